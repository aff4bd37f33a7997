import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Parts } from '../parts.ts';
import { aFact, sameRows } from './same-rows.ts';

export const CONNECTIONS = 16;

/** What the floors are told to write, learnt from what the product wrote. */
export interface FloorStatements {
  readonly forPgbench: string;
  /** $1 id, $2 email, $3 name, $4 answers, $5 token hash, $6 sealed token, $7 the fact. */
  readonly prepared: string;
  readonly fact: string;
}

/** One statement, which is one transaction: nothing that writes these rows one by one can do with less. */
export async function floorStatements(databaseUrl: string): Promise<FloorStatements> {
  const rows = await sameRows(databaseUrl);
  const fact = await aFact(databaseUrl);
  const text = (name: string) => `('${name}-' || :number)`;
  return {
    fact,
    prepared: rows.statement({ id: '$1::uuid', email: '$2', name: '$3', answers: '$4::jsonb', tokenHash: '$5', sealedToken: '$6', facts: '$7::jsonb' }),
    forPgbench: rows.statement({
      id: 'gen_random_uuid()', email: text('person'), name: `'Person'`, answers: `'{"topic": "Curiosity", "company": "Example 123", "updates": true}'`,
      tokenHash: text('f'.repeat(48)), sealedToken: `'${'s'.repeat(80)}'`, facts: `'${fact.replaceAll("'", "''")}'`,
    }),
  };
}

/** Where Debian puts it, and PATH. */
export function findPgbench(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin', 'pgbench')) : [];
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'pgbench'));
  return [...versions.reverse(), ...onPath].find(existsSync) ?? null;
}

/** Transactions, and how many a second. */
export async function pgbench(program: string, databaseUrl: string, statement: string, seconds: number): Promise<{ rows: number; perSecond: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'));
  const script = join(folder, 'script.sql');
  writeFileSync(script, `\\set number random(1, 9007199254740991)\n${statement.replaceAll('\n', ' ')};\n`);
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const output = await new Promise<string>((resolve, reject) => {
    const child = spawn(program, ['-n', '-M', 'prepared', '-c', String(CONNECTIONS), '-j', '2', '-T', String(seconds), '-f', script, '-h', hostname, '-p', port, '-U', username, pathname.slice(1)], {
      env: { ...process.env, PGPASSWORD: password },
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`pgbench ended with ${code}: ${text}`))));
  });
  rmSync(folder, { recursive: true });
  const found = (pattern: RegExp) => Number(pattern.exec(output)?.[1]);
  return { rows: found(/transactions actually processed: (\d+)/), perSecond: found(/tps = ([\d.]+)/) };
}

/** The same by a small program, where there is no pgbench. */
export async function prepared(parts: Parts, databaseUrl: string, { prepared: text, fact }: FloorStatements, seconds: number): Promise<{ rows: number; perSecond: number }> {
  const program = parts.program('./bare-server.ts', import.meta.url);
  const found = await program.ask<{ rows: number; perSecond: number }>({ do: 'statements', databaseUrl, text, fact, seconds, connections: CONNECTIONS });
  await program.stop();
  return found;
}
