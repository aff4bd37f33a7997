import type { EntityMetadata } from '@mikro-orm/core';
import { randomUUID } from 'node:crypto';
import { Room } from '../../../src/conferencing/model/room.js';
import { Seat } from '../../../src/conferencing/model/seat.js';
import { PlannedSession } from '../../../src/registration/model/planned-session.js';
import { Registration } from '../../../src/registration/model/registration.js';
import type { FormField, Terms } from '../../../src/scheduling/events.js';
import { Session } from '../../../src/scheduling/model/session.js';
import type { Teammate } from '../../../src/scheduling/model/teammate.js';
import { TimeSlot } from '../../../src/scheduling/model/time-slot.js';
import { ADA, openEventHouse, type EventHouse } from './house.js';

const now = new Date('2026-11-22T10:00:00.123Z');
const later = new Date('2026-12-01T14:00:00.456Z');
const form: FormField[] = [{ key: 'days', label: 'Days “∞”', help: 'Which?', kind: 'choices', required: true, options: ['Mon', 'Tue'] }];
const terms: Terms = { approval: true, capacity: 12, closing: { wallTime: '2026-11-30T18:00', at: '2026-11-30T17:00:00.000Z' } };
const farewell = { text: 'Auf\nbald 👋', link: { label: 'Mehr', url: 'https://example.org/' } };
const slot = TimeSlot.planned('2026-12-01T15:00', 'Europe/Berlin', 90);
const session = (changes: object = {}): Session => new Session(ADA.workspaceId, ADA, { title: 'Töpfern 🏺', description: 'a\nb', theme: 'webinar', slot, form, ...changes }, now);
const registration = (): Registration => new Registration(
  { sessionId: randomUUID(), form, timeZone: 'UTC' }, { email: 'Ada@example.org', name: 'Ada 🎩', answers: { days: ['Tue'] }, timeZone: 'Asia/Tokyo', locale: 'de-AT' }, { tokenHash: randomUUID(), sealedToken: 'c2VhbGVk' }, now,
);
/** Whose session has to be there first. */
const parents = new Map<object, Session>();
const teammate = (): Teammate => {
  const parent = session();
  const one = parent.name(ADA, { role: 'speaker', name: 'Grace 🎤', email: 'Grace@example.org', locale: 'pt-BR', userId: randomUUID() }, { tokenHash: randomUUID(), sealedToken: 'c2VhbGVk' }, now);
  parents.set(one, parent);
  return one;
};
const facts = (): ReturnType<Session['facts']> => session().facts(7);
const seat = (occupant: ConstructorParameters<typeof Seat>[0]['occupant']): Seat => new Seat({ sessionId: randomUUID(), role: 'speaker', name: 'Ada', occupant, onStage: true, cookieHash: 'c', now });
const changed = <One extends object>(one: One, change: (one: One) => void): One => {
  change(one);
  return one;
};

/** Each aggregate in the states that it can be in; made by its own methods. */
const samples: Record<string, () => object[]> = {
  Session: () => [
    session(),
    session({ form: null, theme: 'workshop' }),
    session({ terms }),
    session({ farewell }),
    session({ picture: { hash: 'x'.repeat(43), width: 24, height: 16, alt: 'Töpfe\n👋' } }),
    changed(session({ countdown: true }), (one) => one.start(ADA, later)),
    session({ recording: 'everyone' }),
    changed(session(), (one) => one.start(ADA, later)),
    changed(session(), (one) => { one.start(ADA, later); one.end('nobody-left', new Date('2026-12-01T15:00:00Z')); }),
    changed(session(), (one) => one.cancel(ADA, later)),
  ],
  Teammate: () => [teammate(), changed(teammate(), (one) => { one.rotateLink({ tokenHash: randomUUID(), sealedToken: 'bmV1' }, later); one.remove(later); }), changed(teammate(), (one) => one.erase(later))],
  Registration: () => [registration(), changed(registration(), (one) => one.deny(later)), changed(registration(), (one) => { one.deny(later); one.waitlist(later); }), changed(registration(), (one) => { one.deny(later, 'No'); one.giveSeat(later); }), changed(registration(), (one) => { one.deny(later); one.waitlist(later); one.offerSeat(new Date('2026-12-01T09:00:00Z'), later); }), changed(registration(), (one) => one.withdraw(later)), changed(registration(), (one) => one.erase(later))],
  PlannedSession: () => [PlannedSession.of(facts()), PlannedSession.of({ ...facts(), terms }), PlannedSession.of({ ...facts(), form: null, endedAt: later.toISOString() })],
  Room: () => [new Room(facts()), new Room({ ...facts(), farewell, opensAt: later.toISOString() }), changed(new Room(facts()), (one) => one.missHost(later)), changed(new Room(facts()), (one) => one.follow({ ...facts(), version: 9, status: 'ended' }, { startedAt: later.toISOString(), endedAt: later.toISOString() }))],
  Seat: () => [
    seat({ kind: 'guest' }),
    changed(seat({ kind: 'registration', id: randomUUID() }), (one) => {
      one.admit(randomUUID(), 'cookie:1', later);
      one.moveTo('another');
      Object.assign(one, { present: true, instance: 'i', left: true, microphone: true, camera: true, feedId: 'f' });
    }),
  ],
};

/** What an aggregate says of itself, beside the facts that wait to be stored. */
const stateOf = (one: object): Record<string, unknown> => Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'recorded'));

describe('what is saved', () => {
  let house: EventHouse;
  let tables: EntityMetadata[];
  beforeAll(async () => {
    house = await openEventHouse('reloaded');
    tables = [...house.orm.getMetadata().getAll().values()];
  }, 120_000);
  afterAll(() => house?.close());

  it('is every class that has a table: none is without an example here', () => {
    expect(tables.map(({ className }) => className).sort()).toEqual(Object.keys(samples).sort());
  });

  it.each(Object.keys(samples))('a %s comes back equal, in each of its states', async (name) => {
    for (const one of samples[name]!()) {
      const table = tables.find(({ className }) => className === name)!;
      const before = stateOf(one);
      const em = house.em;
      const parent = parents.get(one);
      if (parent) await em.persist(parent).flush();
      em.persist(one);
      await em.flush();
      const key = table.primaryKeys[0] as string;
      const loaded = await house.em.findOneOrFail(table.class as never, { [key]: before[key] } as never, { disableIdentityMap: true });
      expect(stateOf(loaded)).toEqual(before);
      expect(loaded).toBeInstanceOf(one.constructor);
    }
  });

  it.each(Object.keys(samples))('a %s has a column for each of its properties, and each of its columns is one of them', async (name) => {
    const table = tables.find(({ className }) => className === name)!;
    const properties = new Set(samples[name]!().flatMap((one) => Object.keys(stateOf(one))));
    expect(Object.keys(table.properties).sort()).toEqual([...properties].sort());
    const { rows } = await house.database.query<{ column_name: string; is_nullable: string }>('select column_name, is_nullable from information_schema.columns where table_schema = $1 and table_name = $2', [table.schema, table.tableName]);
    const columns = new Map(rows.map((row) => [row.column_name, row.is_nullable === 'YES']));
    for (const { fieldNames, nullable, name: property } of table.props) {
      expect([property, columns.get(fieldNames[0]!)]).toEqual([property, nullable ?? false]); // as nullable as the class says
    }
  });
});
