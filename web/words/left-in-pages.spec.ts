import { parseSync } from '@swc/core';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const web = join(import.meta.dirname, '..');

/** Folders whose pages attendees see; what stands in them speaks through `web/words/`. */
const SPEAKING = ['attendee', 'kit', 'registrant', 'room'];

/** Attributes that people see or hear, whatever the component is. */
const SAID = /^(aria-(label|description|roledescription|valuetext)|title|alt|placeholder|label|help|none|summary)$/;

/** The name of the house is the same in every language. */
const NO_SENTENCE = /^\P{L}*(Foyer)?\P{L}*$/u;

interface Node {
  type?: string;
  [key: string]: unknown;
}

/** Text for people that stands in a source file itself: between tags, in an attribute that is said, or looking like a sentence. */
function leftIn(source: string): string[] {
  const found: string[] = [];
  const note = (text: unknown): void => {
    const said = String(text).replaceAll(/\s+/g, ' ').trim();
    if (!NO_SENTENCE.test(said)) found.push(said);
  };
  const look = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(look);
    if (typeof node !== 'object' || node === null) return;
    const { type, value, name } = node as Node;
    if (type === 'ImportDeclaration' || type === 'TsLiteralType' || type === 'TsTypeAliasDeclaration') return;
    if (type === 'JSXText') note(value);
    if (type === 'JSXAttribute' && SAID.test(String((name as Node)['value'])) && (value as Node | null)?.type === 'StringLiteral') note((value as Node)['value']);
    // "Two words", "One…", "Told." but neither codes, names of classes nor addresses.
    if (type === 'StringLiteral' && /^\p{Lu}\p{L}*(’\p{L}+)?([.!?…:]$|,? \p{L})/u.test(String(value))) note(value);
    if (type === 'TemplateElement' && /\p{L} \p{L}{2,}|^\p{Lu}\p{L}+ |\p{L}[.!?…]$/u.test(String((node as Node)['raw'])) && !/[:;(]/.test(String((node as Node)['raw']))) note((node as Node)['raw']);
    for (const inner of Object.values(node)) look(inner);
  };
  look(parseSync(source, { syntax: 'typescript', tsx: true, target: 'es2022' }));
  return found;
}

describe('the pages that attendees see', () => {
  const files = SPEAKING.flatMap((folder) => readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name));

  it('say nothing that is not in the words', () => {
    expect(files.length).toBeGreaterThan(50);
    const left = files.flatMap((name) => leftIn(readFileSync(join(web, name), 'utf8')).map((said) => `${name}: ${said}`));
    expect(left).toEqual([]);
  });

  it.each([
    ['<p>Please wait</p>', 'Please wait'],
    ['<p>{done ? "Saved." : null}</p>', 'Saved.'],
    ['<button aria-label="Close" />', 'Close'],
    ['<p>{`Hello ${name}, come in`}</p>', 'Hello'],
    ['say("The doors are open");', 'The doors are open'],
  ])('are found out by %s', (source, said) => expect(leftIn(source).some((one) => one.startsWith(said))).toBe(true));

  it('may name the house, classes and codes', () => expect(leftIn('<p class="soft small" data-look="Quiet">Foyer · {words.done} ({n})</p>; ask("not-connected", `a${n}`, "NotAllowedError")')).toEqual([]));
});
