import { MainSpeaker } from './main-speaker.ts';

const ALL = ['ada', 'ben', 'cleo'];

/** Looks every quarter of a second, as the page does; each line says who speaks from that second on. */
function shown(...lines: [from: number, ...who: string[]][]): string[] {
  const main = new MainSpeaker();
  const seen: string[] = [];
  const end = lines.at(-1)![0];
  for (let at = 0; at <= end; at += 0.25) {
    const [, ...who] = lines.findLast(([from]) => from <= at) ?? [0];
    const one = main.hear(new Set(who), ALL, at * 1000)!;
    if (seen.at(-1) !== one) seen.push(one);
  }
  return seen;
}

describe('who is shown large', () => {
  it('is the first until somebody speaks', () => expect(shown([0], [5])).toEqual(['ada']));
  it('is who speaks on', () => expect(shown([0], [4, 'ben'], [8])).toEqual(['ada', 'ben']));
  it('is nobody for a word or a cough', () => expect(shown([0, 'ada'], [4], [4.25, 'ben'], [5], [6, 'cleo'], [6.75], [9])).toEqual(['ada']));
  it('stays while they speak, whoever speaks too', () => expect(shown([0, 'ada'], [4, 'ada', 'ben'], [10, 'ada', 'ben', 'cleo'], [20])).toEqual(['ada']));
  it('stays through the pauses of a speech', () => expect(shown([0, 'ada'], [6], [9, 'ada'], [12], [15])).toEqual(['ada']));
  it('is of two who went on speaking the one who began first', () => expect(shown([0, 'ada'], [5, 'ada', 'cleo'], [6, 'ada', 'ben', 'cleo'], [7, 'ben', 'cleo'], [12])).toEqual(['ada', 'cleo']));
  it('does not change more often than every three seconds', () => expect(shown([0], [4, 'ben'], [5.5, 'cleo'], [7.25], [9])).toEqual(['ada', 'ben']));

  it('is somebody else as soon as they have gone', () => {
    const main = new MainSpeaker();
    expect(main.hear(new Set(), ['ada', 'ben'], 0)).toBe('ada');
    expect(main.hear(new Set(['ben']), ['cleo', 'ben'], 250)).toBe('ben');
    expect(main.hear(new Set(), [], 500)).toBeNull();
  });
});
