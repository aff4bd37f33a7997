import { countAt, momentsOf, mostOf, outlineOf, stepsOf } from './presence.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 15, minute)).toISOString();
const ms = (minute: number): number => Date.parse(at(minute));
const stays = (...of: [number, number | null][]) => ({ stays: of.map(([came, went]) => ({ cameAt: at(came), wentAt: went === null ? null : at(went) })) });

describe('the people in the room over time', () => {
  it('are one more with each who comes and one less with each who goes, and all at once where all go at once', () => {
    const steps = stepsOf([stays([0, 30]), stays([0, 10], [20, 30]), stays([5, 30])], ms(60));
    expect(steps).toEqual([{ at: ms(0), count: 2 }, { at: ms(5), count: 3 }, { at: ms(10), count: 2 }, { at: ms(20), count: 3 }, { at: ms(30), count: 0 }]);
    expect([mostOf(steps), countAt(steps, ms(-1)), countAt(steps, ms(12)), countAt(steps, ms(99))]).toEqual([3, 0, 2, 0]);
  });

  it('are in until now where nobody has gone yet; and nobody where nobody came', () => {
    expect(stepsOf([stays([0, null])], ms(7))).toEqual([{ at: ms(0), count: 1 }, { at: ms(7), count: 0 }]);
    expect([stepsOf([stays()], ms(7)), mostOf([]), outlineOf([], 0, 0, 0)]).toEqual([[], 0, 'M0 100H100V100Z']);
  });

  it.each([[3, 3], [8, 8], [45, 5], [90, 6], [600, 5]])('are told of at few, even moments of %d minutes', (minutes, count) => {
    const moments = momentsOf(ms(0), ms(minutes));
    expect([moments.length, moments[0]]).toEqual([count, ms(0)]);
    expect(new Set(moments.slice(1).map((moment, n) => moment - moments[n]!)).size).toBeLessThanOrEqual(1);
  });

  it('are drawn as steps', () => {
    expect(outlineOf([{ at: 0, count: 1 }, { at: 50, count: 2 }, { at: 100, count: 0 }], 0, 100, 2)).toBe('M0 100H0.00V50.00H50.00V0.00H100.00V100.00H100V100Z');
  });
});
