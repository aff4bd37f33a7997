import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
/** What is decided, and what it says holds it: the last column. */
const rows = page.split('\n').filter((line) => /^\| .* \|$/.test(line)).map((line) => line.slice(2, -2).split(' | ')).filter((cells) => cells.length >= 3 && /[`]/.test(cells.at(-1)!));
const specs = ['test', 'src', 'web'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.spec\.tsx?$/.test(name)).map((name) => `${folder}/${name}`));
const named = (name: string): string[] => {
  const meant = new RegExp(`(^|/)${name.replace(/\.spec$/, '').replace(/[.]/g, '\\.').replaceAll('*', '[^/]+')}(\\.short)?\\.spec\\.tsx?$`);
  return specs.filter((spec) => meant.test(spec));
};

describe('the page for whoever reviews the security', () => {
  it('has its rows', () => expect(rows.length).toBeGreaterThan(30));

  it.each(rows.map((cells) => [cells[0]!, cells.at(-1)!]))('%s: the tests that hold it are there, and say what is quoted', (_, held) => {
    const names = [...held.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect([name, named(name)]).toEqual([name, expect.arrayContaining([expect.any(String)])]);
    const texts = names.flatMap(named).map((spec) => readFileSync(join(root, spec), 'utf8').replaceAll("\\'", '’')).join('\n');
    for (const [, sentence] of held.matchAll(/“([^”]+)”/g)) expect([sentence, texts.includes(sentence!)]).toEqual([sentence, true]);
  });
});
