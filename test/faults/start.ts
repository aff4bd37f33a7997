import { Crowd, type PageLine } from './crowd.ts';
import { seconds, type Say, type Verdict } from './fault.ts';
import { LiveHouse } from './live-house.ts';
import { until } from './mail-fault.ts';

const ALL_IN_WITHIN = 30;

/** `start`: the app is killed in the middle of telling everyone that the doors are open; it comes back, and all of them are in. */
export async function killedAtStart(Line: PageLine, { people, times }: { people: number; times: number }, say: Say): Promise<Verdict> {
  const house = await LiveHouse.begin();
  const [product] = house.products;
  const found = { tried: 0, lost: 0, recoverySeconds: 0, toldBefore: [] as number[] };
  try {
    for (let time = 0; time < times; time++) {
      const { id, slug } = await house.session(`Killed ${time}`);
      const crowd = new Crowd(Line, product!.url);
      await crowd.arrive(slug, people);
      found.tried += people;
      // killed at another moment each time: as soon as so many have been told
      const enough = Math.floor((people * (time + 0.5)) / times);
      const pressed = house.organizer.post(`/api/sessions/${id}/start`, {}).then(() => true, () => false);
      await untilTold(crowd, enough);
      product!.kill();
      const killedAt = Date.now();
      const answered = await pressed;
      found.toldBefore.push(crowd.inside);
      await product!.restart();
      // the host presses again where the first press got no answer; it is one start all the same
      if (!answered) await house.organizer.post(`/api/sessions/${id}/start`, {});
      await until('all of them are in', () => crowd.present === people, 120_000, async () => `${crowd.present} of ${people}`).catch((error: Error) => say(error.message));
      found.lost += people - crowd.present;
      found.recoverySeconds = Math.max(found.recoverySeconds, seconds(Date.now() - killedAt));
      say(`killed when ${found.toldBefore.at(-1)} of ${people} had been told: ${crowd.present} in, the last ${seconds(Date.now() - killedAt)} s after the kill`);
      await crowd.leave();
    }
    return {
      tried: found.tried, acknowledged: found.tried, lost: found.lost, doubled: 0, recoverySeconds: found.recoverySeconds,
      goal: { lost: 0, recoverySeconds: ALL_IN_WITHIN }, met: found.lost === 0 && found.recoverySeconds <= ALL_IN_WITHIN, counts: { toldBeforeTheKill: found.toldBefore },
    };
  } finally {
    await house.end();
  }
}

/** Looked at after each handful of messages. */
async function untilTold(crowd: Crowd, enough: number): Promise<void> {
  for (const end = Date.now() + 20_000; crowd.inside < enough && Date.now() < end; ) await new Promise((next) => setImmediate(next));
}
