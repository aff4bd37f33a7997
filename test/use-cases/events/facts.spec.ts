import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Subscriber, type Subscribes } from '../../../src/platform/events/subscriber.js';
import { CancelSession } from '../../../src/scheduling/cancel-session.js';
import { EditSession } from '../../../src/scheduling/edit-session.js';
import { SessionCancelled, SessionEdited, SessionScheduled } from '../../../src/scheduling/events.js';
import { Session } from '../../../src/scheduling/model/session.js';
import { TimeSlot } from '../../../src/scheduling/model/time-slot.js';
import { ScheduleSession } from '../../../src/scheduling/schedule-session.js';
import { ADA, draft, openEventHouse, type EventHouse } from './house.js';

/** What the test's subscribers did is written where they would write, inside their transaction. */
@Injectable()
class Diary {
  constructor(private readonly em: EntityManager) {}

  async note(who: string, what: string): Promise<void> {
    await this.em.execute('insert into public.diary (who, what) values (?, ?)', [who, what]);
  }
}

const failures = new Map<string, number>();
const failFor = (key: string): void => {
  const left = failures.get(key) ?? 0;
  failures.set(key, left - 1);
  if (left > 0) throw new Error(`not yet: ${key}`);
};

@Subscriber(SessionScheduled, SessionEdited, SessionCancelled)
class WriteDiaryWhenSessionChanges implements Subscribes<SessionScheduled> {
  constructor(private readonly diary: Diary) {}

  async handle(event: SessionScheduled): Promise<void> {
    await this.diary.note('diary', `${event.storedName} ${event.facts.title} ${event.facts.version}`);
    failFor(event.facts.title); // after its write: what failed must leave nothing
  }
}

@Subscriber(SessionScheduled)
class WriteSecondDiaryWhenSessionScheduled implements Subscribes<SessionScheduled> {
  constructor(private readonly diary: Diary) {}

  async handle({ facts }: SessionScheduled): Promise<() => void> {
    await this.diary.note('second', facts.title);
    return () => void told.push(facts.title);
  }
}
const told: string[] = [];

/** Writes many by one statement, and forgets the one that fails for all. */
@Subscriber(SessionScheduled)
class WriteThirdDiaryWhenSessionScheduled implements Subscribes<SessionScheduled> {
  constructor(private readonly diary: Diary) {}

  async handle({ facts }: SessionScheduled): Promise<() => void> {
    await this.diary.note('third', facts.title);
    failFor(`third ${facts.title}`);
    return () => void toldTogether.push([facts.title]);
  }

  async handleTogether(events: readonly SessionScheduled[]): Promise<() => void> {
    for (const { facts } of events) await this.diary.note('third', facts.title);
    for (const { facts } of events) failFor(`third ${facts.title}`);
    return () => void toldTogether.push(events.map(({ facts }) => facts.title));
  }
}
const toldTogether: string[][] = [];
const QUEUE = 'write-diary-when-session-changes';

describe('what has become true', () => {
  let house: EventHouse;
  beforeAll(async () => {
    house = await openEventHouse('facts', [Diary, WriteDiaryWhenSessionChanges, WriteSecondDiaryWhenSessionScheduled, WriteThirdDiaryWhenSessionScheduled]);
    await house.database.query('create table public.diary (n serial, who text, what text)');
  }, 120_000);
  afterAll(() => house?.close());

  const schedule = (title: string) => house.execute(new ScheduleSession(draft(title), ADA));
  const diary = async (title: string, who = 'diary') => (await house.database.query<{ what: string }>('select what from public.diary where who = $1 and what like $2 order by n', [who, `%${title}%`])).rows.map(({ what }) => what);
  const jobsOf = async (title: string) => (await house.database.query<{ name: string }>(`select name from pgboss.job where data #>> '{facts,title}' = $1`, [title])).rows.map(({ name }) => name);

  it('is heard by each of its subscribers once, in the words that were stored', async () => {
    const { id } = await schedule('Heard');
    await house.settled();
    await house.execute(new EditSession(id, { title: 'Heard again' }, 1, ADA));
    await house.execute(new CancelSession(id, ADA));
    await house.settled();
    expect((await diary('Heard')).sort()).toEqual(['scheduling.session-cancelled Heard again 3', 'scheduling.session-edited Heard again 2', 'scheduling.session-scheduled Heard 1']);
    expect(await diary('Heard', 'second')).toEqual(['Heard']);
    expect(told).toEqual(['Heard']); // after the commit
  });

  it('is stored in the transaction that makes it true: a flush that fails leaves neither row nor job', async () => {
    const [one, other] = [new Session(ADA.workspaceId, ADA, plan('Rolled back'), new Date()), new Session(ADA.workspaceId, ADA, plan('Rolled back'), new Date())];
    Object.assign(other, { slug: one.slug }); // a second of the same address is refused by the database
    const em = house.em;
    em.persist([one, other]);
    await expect(em.flush()).rejects.toThrow(/slug/);
    expect((await house.database.query('select from scheduling.session where title = $1', ['Rolled back'])).rowCount).toBe(0);
    expect(await jobsOf('Rolled back')).toEqual([]);
  });

  it('is not told from a transaction that changes its mind, also when something else is saved after it', async () => {
    const em = house.em;
    await expect(em.transactional(async (inner) => {
      inner.persist(new Session(ADA.workspaceId, ADA, plan('Regretted'), new Date()));
      await inner.flush();
      throw new Error('no');
    })).rejects.toThrow('no');
    em.persist(new Session(ADA.workspaceId, ADA, plan('Kept'), new Date()));
    await em.flush();
    await house.settled();
    expect([await jobsOf('Regretted'), (await jobsOf('Kept')).includes(QUEUE), await diary('Kept')]).toEqual([[], true, ['scheduling.session-scheduled Kept 1']]);
  });

  it('is told again to a subscriber that failed, until it succeeded; its failed attempts leave nothing, and nobody else hears it twice', async () => {
    failures.set('Stubborn', 3);
    await schedule('Stubborn');
    await house.until('written', async () => (await diary('Stubborn')).length > 0, 30_000);
    await house.settled();
    expect([await diary('Stubborn'), await diary('Stubborn', 'second'), failures.get('Stubborn')]).toEqual([['scheduling.session-scheduled Stubborn 1'], ['Stubborn'], -1]);
  }, 40_000);

  it('is heard together by a subscriber that can, each once; one among them that fails does so alone', async () => {
    failures.set('third Crowd 7', 2); // for all of them, and once alone
    const crowd = Array.from({ length: 20 }, (_, n) => `Crowd ${n}`);
    toldTogether.length = 0;
    await Promise.all(crowd.map((title) => schedule(title)));
    await house.until('all were heard', async () => (await diary('Crowd', 'third')).length === 20, 30_000);
    await house.settled();
    expect((await diary('Crowd', 'third')).sort()).toEqual([...crowd].sort());
    expect(toldTogether.flat().sort()).toEqual([...crowd].sort());
    toldTogether.length = 0;
    await Promise.all(crowd.map((title) => schedule(`Second ${title}`)));
    await house.until('all were heard', async () => (await diary('Second Crowd', 'third')).length === 20, 30_000);
    await house.settled();
    expect((await diary('Second Crowd', 'third')).length).toBe(20);
    expect(toldTogether.flat().sort()).toEqual(crowd.map((title) => `Second ${title}`).sort());
    expect(toldTogether.length).toBeLessThan(20); // some at least came together
  }, 60_000);

  it('is held up by nobody: what fails does so alone', async () => {
    failures.set('Poison', 1_000);
    await Promise.all([schedule('Poison'), ...Array.from({ length: 20 }, (_, n) => schedule(`Healthy ${n}`))]);
    await house.until('the healthy ones', async () => (await diary('Healthy')).length === 20);
    expect(await diary('Poison')).toEqual([]);
    failures.set('Poison', 0);
    await house.until('the poison is gone', async () => (await diary('Poison')).length === 1, 30_000);
    await house.settled();
  }, 120_000);

  it('is not lost when even the failure cannot be written down', async () => {
    failures.set('Unlucky', 1);
    const boss = house.boss();
    const fail = boss.fail.bind(boss);
    boss.fail = () => {
      boss.fail = fail; // once: the database was away for a moment
      return Promise.reject(new Error('away'));
    };
    try {
      await schedule('Unlucky');
      await house.until('written', async () => (await diary('Unlucky')).length > 0, 30_000);
      await house.settled();
      expect(await diary('Unlucky')).toHaveLength(1);
    } finally {
      boss.fail = fail;
    }
  }, 40_000);

  it('is not believed of a claim that was lost: the work of whoever was too slow is undone', async () => {
    const boss = house.boss() as unknown as { complete: (...args: unknown[]) => Promise<{ affected: number }> };
    const complete = boss.complete.bind(boss);
    let stolen = 0; // somebody takes the job away while it is worked on: its completion then finds nothing
    boss.complete = async (...args) => (args[0] === QUEUE && args[3] && stolen++ === 0 ? { affected: 0 } : complete(...args));
    try {
      await schedule('Overtaken');
      await house.until('written by the second attempt', async () => stolen >= 2 && (await diary('Overtaken')).length === 1, 30_000);
    } finally {
      boss.complete = complete;
    }
    expect(await diary('Overtaken')).toEqual(['scheduling.session-scheduled Overtaken 1']);
  }, 40_000);

  const plan = (title: string) => ({ title, description: '', theme: 'meeting' as const, form: null, slot: slotOf() });
  const slotOf = () => TimeSlot.planned(draft().wallTime, 'UTC', 60);
});
