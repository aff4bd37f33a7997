import { ALL } from './all.js';
import type { Words } from './en.js';
import { LANGUAGES, acceptedIn, languageFor, localeFor, type Language } from './languages.js';
import { counting, listing } from './numbers.js';
import { around, mistakeSaid, refusalSaid } from './said.js';

const TAGS = Object.keys(LANGUAGES) as Language[];

/** What a sentence is given to show its place: numbers, names in a row, anything else. */
const GIVEN: Record<string, unknown[]> = {
  'backstage.waiting': [73], 'people.watching': [73], 'room.allIn': [73], 'room.someIn': [37, 73], 'talk.unread': [73], 'hands.count': [73], 'questions.vote': [73, '{1}'],
  'polls.ballots': [73], 'polls.share': [73, 0.37], 'moderation.knocks': [['{0}']], 'moderation.manyKnock': [73], 'moderation.saidNo': [['{0}']],
  'people.came': [['{0}']], 'people.left': [['{0}']], 'room.notReached': [['{0}', '{1}'], 73],
};

/** Each sentence of a language by its path, with what a page puts into it shown in its place. */
function sentences(words: Words): Map<string, string> {
  const found = new Map<string, string>();
  const look = (path: string, value: unknown): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'function') found.set(path, (value as (...given: unknown[]) => string)(...(GIVEN[path] ?? Array.from({ length: 4 }, (_, at) => `{${at}}`))));
    else for (const [key, inner] of Object.entries(value as object)) look(path ? `${path}.${key}` : key, inner);
  };
  look('', words);
  return found;
}

const placeholders = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}|(?<!\d)(?:37|73)(?!\d)/g) ?? [])].sort();

/** What is spelled the same in English and in another language, and is right so. */
const THE_SAME: Partial<Record<Language, string[]>> = {
  de: ['form.name', 'room.tab', 'talk.chat', 'talk.of'],
  es: ['room.tab', 'talk.chat', 'talk.of'],
  fr: ['questions.name', 'room.tab'],
  pt: ['form.email', 'polls.share', 'room.tab', 'talk.chat', 'talk.of'],
  ja: ['polls.share', 'room.tab'],
};

describe('the words of the pages', () => {
  const english = sentences(ALL.en);

  it('are there in the languages of the mails, each under its own name', () => {
    expect(Object.keys(ALL).sort()).toEqual([...TAGS].sort());
    for (const tag of TAGS) {
      expect(ALL[tag].language).toBe(tag);
      expect(new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!.toLowerCase()).toBe(LANGUAGES[tag].toLowerCase());
    }
  });

  it.each(TAGS)('say everything in %s, each with what belongs into it', (tag) => {
    const theirs = sentences(ALL[tag]);
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, sentence] of theirs) {
      expect([path, sentence.trim() !== '' && sentence === sentence.trim()]).toEqual([path, true]);
      expect([path, placeholders(sentence)]).toEqual([path, placeholders(english.get(path)!)]);
      expect(sentence).not.toMatch(/undefined|\[object|TODO|"|'/);
    }
  });

  it.each(TAGS.filter((tag) => tag !== 'en'))('are nowhere left in English where %s is meant', (tag) => {
    const same = [...sentences(ALL[tag])].filter(([path, sentence]) => path !== 'language' && sentence === english.get(path)).map(([path]) => path);
    expect(same.sort()).toEqual([...THE_SAME[tag]!].sort());
  });

  it.each(TAGS)('count in %s: nobody, one, and many are told apart where the language does', (tag) => {
    const { backstage, room } = ALL[tag];
    const shown = [0, 1, 2, 1_234].map((people) => backstage.waiting(people));
    expect(new Set(shown).size).toBe(4);
    expect(shown[3]).toContain(new Intl.NumberFormat(tag).format(1_234));
    expect(room.allIn(1)).not.toBe(room.allIn(2));
    expect(room.notReached(['Ada'], 0)).not.toMatch(/\d/);
  });

  it.each(TAGS)('tell in %s of each device, and of both, each trouble in a sentence of its own', (tag) => {
    expect(new Set(Object.values(ALL[tag].trouble).flatMap((device) => Object.values(device))).size).toBe(18);
  });

  it('picks a form by the language’s own rule, and joins names by it', () => {
    const forms = { one: '# one', many: '# many', other: '# other' };
    expect(['fr', 'en', 'ja'].map((tag) => counting(tag)(0, forms))).toEqual(['0 one', '0 other', '0 other']);
    expect(counting('es')(1_000_000, forms)).toMatch(/many$/);
    expect(listing('de')(['Ada', 'Ben', 'Cleo'])).toBe('Ada, Ben und Cleo');
  });

  it.each(TAGS)('set an address apart in %s without losing anything around it', (tag) => {
    const [before, after] = around(ALL[tag].sent.onItsWay);
    expect(before + 'ada@example.org' + after).toBe(ALL[tag].sent.onItsWay('ada@example.org'));
  });
});

describe('which language a page speaks', () => {
  it.each<[string[], string]>([
    [['de-AT'], 'de'], [['PT_br'], 'pt'], [['nl-BE', 'fr'], 'fr'], [['zh-Hant-TW'], 'en'], [[], 'en'], [['', 'x_!!', 'constructor', '__proto__'], 'en'], [['ja-JP-u-ca-japanese'], 'ja'],
  ])('%j are answered in %s', (wanted, language) => expect(languageFor(wanted)).toBe(language));

  it('writes dates as the reader’s own region does, and asks nothing odd of the calendar', () => {
    expect(localeFor('de', ['en-US', 'de-at'])).toBe('de-AT');
    expect(localeFor('de', ['en-US'])).toBe('de-DE');
    expect(localeFor('en', ['nl'])).toBe('en-GB');
    expect(localeFor('ja', ['ja-JP-u-ca-japanese'])).toBe('ja-JP');
  });

  it.each<[string, string[]]>([
    ['de-CH, en;q=0.8, *;q=0.5', ['de-CH', 'en']], ['en;q=0.2,fr;q=0.9', ['fr', 'en']], ['da;q=0, es', ['es']], ['', []], [';;;,q=1,,;q', ['q=1']],
  ])('reads the header %j', (header, tags) => expect(acceptedIn(header)).toEqual(tags));

  it('reads no further than a header reasonably goes', () => expect(acceptedIn(`${'x,'.repeat(10_000)}de`)).not.toContain('de'));
});

describe('what the server refuses, in the language of the page', () => {
  const { mistakes, refusals } = ALL.de;
  const mistake = (pointer: string, code: string, detail = 'In English.') => ({ pointer, code, detail });

  it('is told by its code, as fits the question', () => {
    expect(mistakeSaid(mistakes, mistake('/email', 'address'))).toBe(mistakes.address);
    expect(['/email', '/name', '/answers/x'].map((pointer) => mistakeSaid(mistakes, mistake(pointer, 'required')))).toEqual([mistakes['required-email'], mistakes['required-name'], mistakes.required]);
    expect(mistakeSaid(mistakes, mistake('/answers/x', 'required'), 'checkbox')).toBe(mistakes['required-tick']);
    expect(mistakeSaid(mistakes, mistake('/name', 'too-long', 'At most 100 characters, please.'))).toBe('Bitte höchstens 100 Zeichen.');
    expect(refusalSaid(refusals, 'too-many', 'In English.')).toBe(refusals['too-many']);
  });

  it('is told in the server’s own words where its code is not known', () => {
    for (const code of ['new-one', 'constructor', '__proto__']) {
      expect(mistakeSaid(mistakes, mistake('/answers/x', code))).toBe('In English.');
      expect(refusalSaid(refusals, code, 'In English.')).toBe('In English.');
    }
    expect(mistakeSaid(mistakes, mistake('/name', 'too-long', 'Far too long.'))).toBe('Far too long.');
    expect(refusalSaid(refusals, undefined, 'In English.')).toBe('In English.');
  });
});
