import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { broken, rulesOfImports, violationsIn } from './walls/imports.js';
import { houseWithEveryMistake, mistakes } from './walls/every-mistake.js';
import { findingsIn } from './walls/source-rules.js';

const root = join(import.meta.dirname, '..');
const knownContexts = rulesOfImports().flatMap(({ name }) => /^(.+)-only-through-earlier-doors$/.exec(name)?.[1] ?? []);

describe('the house', () => {
  it('has no folder that the rules do not know', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.filter((name) => name !== 'platform' && !knownContexts.includes(name))).toEqual([]);
    expect(knownContexts).toEqual(['identity', 'scheduling', 'registration', 'conferencing', 'notification', 'reporting']);
  });

  it('has no folder for what belongs nowhere', () => {
    const names = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).map(({ name }) => name);
    expect(names.filter((name) => /^(utils?|common|shared|helpers?|lib|index\.ts)$/.test(name))).toEqual([]);
    expect(names.filter((name) => /[-.](service|manager|helper|impl|util)s?\.ts$/.test(name))).toEqual([]);
  });

  it('keeps every wall between its rooms', async () => {
    const { violations, cruised } = await violationsIn(root);
    expect(violations).toEqual([]);
    expect(cruised).toBeGreaterThan(200); // or nothing was looked at
  }, 60_000);

  it('reads the environment, publishes events and names tables only where that is allowed', async () => {
    const { findings, read } = await findingsIn(root, knownContexts);
    expect(findings).toEqual([]);
    expect(read).toBeGreaterThan(100);
  }, 60_000);
});

describe('each wall', () => {
  const built = houseWithEveryMistake();
  afterAll(() => built.tearDown());

  it('refuses the one import that breaks it, and no rule is without such a case', async () => {
    const { violations } = await violationsIn(built.root);
    expect(violations.sort()).toEqual(mistakes.imports.map(broken).sort());
    expect(new Set(mistakes.imports.map(({ rule }) => rule))).toEqual(new Set(rulesOfImports().map(({ name }) => name)));
  }, 60_000);

  it('refuses the environment, the event bus and foreign tables where they do not belong', async () => {
    const { findings } = await findingsIn(built.root, knownContexts);
    expect(findings.sort()).toEqual([...mistakes.source].sort());
  }, 60_000);
});
