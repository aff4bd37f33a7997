import { Qualities, type Counted } from './quality.ts';

/** What is said of Ada after each look. */
function said(...looks: (Counted | null)[]): (string | undefined)[] {
  const qualities = new Qualities();
  return looks.map((counted) => qualities.look(new Map(counted ? [['ada', counted]] : [])).get('ada'));
}

describe('the quality of a connection', () => {
  it('is good where next to nothing is lost', () => expect(said({ received: 0, lost: 0 }, { received: 300, lost: 1 }, { received: 600, lost: 2 }).at(-1)).toBe('good'));
  it('is fair where some is lost, poor where much is', () => {
    expect(said({ received: 0, lost: 0 }, { received: 285, lost: 15 }, { received: 570, lost: 30 }).at(-1)).toBe('fair');
    expect(said({ received: 0, lost: 0 }, { received: 240, lost: 60 }, { received: 480, lost: 120 }).at(-1)).toBe('poor');
  });
  it('is fair or poor where answers take long', () => {
    expect(said({ received: 0, lost: 0 }, { received: 300, lost: 0, roundTrip: 0.5 }, { received: 600, lost: 0, roundTrip: 0.5 }).at(-1)).toBe('fair');
    expect(said({ received: 0, lost: 0 }, { received: 300, lost: 0, roundTrip: 1.2 }, { received: 600, lost: 0, roundTrip: 1.2 }).at(-1)).toBe('poor');
  });
  it('does not change for one bad moment', () => {
    expect(said({ received: 0, lost: 0 }, { received: 300, lost: 0 }, { received: 600, lost: 0 }, { received: 800, lost: 100 }, { received: 1100, lost: 100 })).toEqual([undefined, undefined, 'good', 'good', 'good']);
  });
  it('stays as it was while nothing is sent, and where the count begins anew', () => {
    expect(said({ received: 0, lost: 0 }, { received: 240, lost: 60 }, { received: 480, lost: 120 }, { received: 482, lost: 120 }, { received: 5, lost: 0 }).at(-1)).toBe('poor');
  });
  it('is forgotten with who has gone', () => expect(said({ received: 0, lost: 0 }, { received: 240, lost: 60 }, { received: 480, lost: 120 }, null, { received: 490, lost: 120 }).at(-1)).toBeUndefined());
});
