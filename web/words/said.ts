import type { Words } from './en.js';

export interface Mistake {
  pointer: string;
  code: string;
  /** The server's own sentence, in English: said where a code is younger than the page. */
  detail: string;
}

/** What is wrong with an answer, in the page's language. `kind` is the kind of the question. */
export function mistakeSaid(sentences: Readonly<Words['mistakes']>, { pointer, code, detail }: Mistake, kind?: string): string {
  const [most = ''] = /\d+/.exec(detail) ?? [];
  const key = code === 'required' ? requiredAt(pointer, kind) : code === 'max-length' ? 'too-long' : code;
  if (!isIn(sentences, key) || (key === 'too-long' && !most)) return detail;
  return sentences[key].replace('{most}', most);
}

function requiredAt(pointer: string, kind?: string): keyof Words['mistakes'] {
  if (pointer === '/email') return 'required-email';
  if (pointer === '/name') return 'required-name';
  return kind === 'checkbox' ? 'required-tick' : 'required';
}

/** Why the server said no, in the page's language. */
export function refusalSaid(sentences: Readonly<Words['refusals']>, code: string | undefined, sentence: string): string {
  return code !== undefined && isIn(sentences, code) ? sentences[code] : sentence;
}

const isIn = <Sentences extends object>(sentences: Sentences, code: PropertyKey): code is keyof Sentences => Object.hasOwn(sentences, code);

/** A sentence in two, around what the page sets apart in it. */
export function around(sentence: (part: string) => string): [before: string, after: string] {
  const [before = '', after = ''] = sentence('\ufffc').split('\ufffc');
  return [before, after];
}
