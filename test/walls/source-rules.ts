import { parse } from '@swc/core';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the CQRS package these forget what was published: aggregates record, `@Subscriber` classes handle. */
const FORGETFUL = new Set(['EventBus', 'AggregateRoot', 'EventsHandler', 'EventPublisher', 'IEventHandler', 'EventStoreModule']);

interface Node {
  type: string;
  [key: string]: unknown;
}

/** What no import can show: who reads the environment, who touches the event bus, whose tables a text names. */
export async function findingsIn(root: string, contexts: readonly string[]): Promise<{ findings: string[]; read: number }> {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((name) => /\.tsx?$/.test(name) && !/\.(spec|d)\.tsx?$/.test(name));
  const findings = await Promise.all(files.map(async (name) => judge(`src/${name}`, await readFile(join(root, 'src', name), 'utf8'), [...contexts, 'platform'])));
  return { findings: findings.flat(), read: files.length };
}

async function judge(file: string, source: string, schemas: readonly string[]): Promise<string[]> {
  const tree = await parse(source, { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true, target: 'es2022' });
  const [, room = ''] = /^src\/([^/]+)\//.exec(file) ?? [];
  const tables = new RegExp(`\\b(${schemas.join('|')})\\.[a-z_]+\\b(?!-)`, 'g');
  const found = new Set<string>();
  visit(tree as unknown as Node, (node) => {
    if (node.type === 'MemberExpression' && isName(node['object'], 'process') && nameOf(node['property']) === 'env' && !file.startsWith('src/platform/config/')) found.add(`${file} reads process.env`);
    if (node.type === 'ImportDeclaration' && room !== 'platform' && (node['source'] as { value: string }).value === '@nestjs/cqrs') {
      for (const { local, imported } of node['specifiers'] as { local: unknown; imported?: unknown }[]) {
        const name = nameOf(imported) ?? nameOf(local) ?? '';
        if (FORGETFUL.has(name)) found.add(`${file} takes ${name}`);
      }
    }
    const text = node.type === 'StringLiteral' ? node['value'] : node.type === 'TemplateElement' ? node['raw'] : undefined;
    if (typeof text === 'string' && schemas.includes(room) && !/^\.\.?\//.test(text)) {
      for (const [table, schema] of text.matchAll(tables)) if (schema !== room) found.add(`${file} names ${table}`);
    }
  });
  return [...found];
}

const nameOf = (node: unknown): string | undefined => {
  const { type, value, expression } = (node ?? {}) as { type?: string; value?: string; expression?: unknown };
  return type === 'Identifier' || type === 'StringLiteral' ? value : type === 'Computed' ? nameOf(expression) : undefined;
};
const isName = (node: unknown, name: string): boolean => (node as Node).type === 'Identifier' && nameOf(node) === name;

function visit(node: unknown, each: (node: Node) => void): void {
  if (Array.isArray(node)) return node.forEach((one) => visit(one, each));
  if (typeof node !== 'object' || node === null) return;
  if (typeof (node as Node).type === 'string') each(node as Node);
  for (const value of Object.values(node)) visit(value, each);
}
