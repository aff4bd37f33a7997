import { BlackHole } from './black-hole.ts';
import { Crowd, type PageLine } from './crowd.ts';
import { seconds, sleep, type Say, type Verdict } from './fault.ts';
import { LiveHouse } from './live-house.ts';
import { until } from './mail-fault.ts';

const IN_WITHIN = 3;
/** Two cores run a thousand pages and their server: what a page alone does in a moment takes a thousand of them longer. */
const FOUND_WITHIN = 30;

/**
 * `network`: it is cut before the host starts and comes back after so long; by the browser's word (`online`) those who
 * waited are in. Then once more without that word: a line that is half-open is found by its silence.
 */
export async function cutAcrossStart(Line: PageLine, { people, outages, halfOpen, profile }: { people: number; outages: readonly number[]; halfOpen: boolean; profile?: string | undefined }, say: Say): Promise<Verdict> {
  const house = await LiveHouse.begin(1, profile);
  const hole = await new BlackHole(house.products[0]!.port).listens();
  let [tried, lost, recoverySeconds, halfOpenSeconds] = [0, 0, 0, 0];
  const each: number[] = [];
  try {
    for (const outage of outages) {
      const { id, slug } = await house.session(`Cut for ${outage} s`);
      const crowd = new Crowd(Line, hole.url);
      await crowd.arrive(slug, people);
      tried += people;
      hole.cut();
      await sleep((outage * 1_000) / 2);
      await house.organizer.post(`/api/sessions/${id}/start`, {});
      await sleep((outage * 1_000) / 2);
      if (crowd.inside > 0) throw new Error('The network was not cut.');
      const back = Date.now();
      hole.heal();
      crowd.wake();
      await until('all of them are in', () => crowd.present === people, 60_000, async () => `${crowd.present} of ${people}`).catch((error: Error) => say(error.message));
      const took = crowd.lastInAfter(back);
      lost += people - crowd.present;
      recoverySeconds = Math.max(recoverySeconds, took);
      each.push(seconds(took * 1_000));
      say(`cut for ${outage} s: ${crowd.present} of ${people} in, the last after ${took.toFixed(1)} s`);
      await crowd.leave();
    }
    if (halfOpen) {
      const { id, slug } = await house.session('Half-open');
      const crowd = new Crowd(Line, hole.url);
      await crowd.arrive(slug, people);
      tried += people;
      hole.cut();
      hole.heal(); // what was open stays dead, and nobody says so
      const since = Date.now();
      await house.organizer.post(`/api/sessions/${id}/start`, {});
      await until('all have found it out', () => crowd.present === people, 90_000, async () => `${crowd.present} of ${people}`).catch((error: Error) => say(error.message));
      halfOpenSeconds = crowd.lastInAfter(since);
      lost += people - crowd.present;
      say(`half-open: ${crowd.present} of ${people} in, the last after ${halfOpenSeconds.toFixed(1)} s`);
      await crowd.leave();
    }
    return {
      tried, acknowledged: tried, lost, doubled: 0, recoverySeconds: seconds(recoverySeconds * 1_000),
      goal: { lost: 0, recoverySeconds: IN_WITHIN, halfOpenSeconds: FOUND_WITHIN },
      met: lost === 0 && recoverySeconds <= IN_WITHIN && halfOpenSeconds <= FOUND_WITHIN, counts: { outages, seconds: each, people, halfOpenSeconds: seconds(halfOpenSeconds * 1_000) },
    };
  } finally {
    await hole.stop();
    await house.end();
  }
}
