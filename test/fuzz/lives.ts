import fc from 'fast-check';
import type { Sealer } from '../../src/platform/config/sealed.js';
import { type House, type Organizer } from '../http/house.js';

/** What a registrant is to their session; `erased` is nobody any more. */
type Standing = 'confirmed' | 'pending' | 'waitlisted' | 'denied' | 'withdrawn' | 'erased';

export interface Person {
  readonly id: string;
  readonly email: string;
  token: string;
  standing: Standing;
}

export interface Event {
  readonly id: string;
  readonly slug: string;
  readonly approval: boolean;
  readonly capacity: number | null;
  status: 'scheduled' | 'live' | 'ended' | 'cancelled' | 'deleted';
  people: Person[];
}

/** What should be the case, by the rules that `product.md` gives: kept beside the product, and compared with it after each act. */
export interface Expected {
  events: Event[];
  /** Links that lead nowhere any more: given anew, or their holder was erased. */
  dead: string[];
  everErased: Set<string>;
}

/** The product, as far as these lives touch it. */
export interface Real {
  readonly house: House;
  readonly organizer: Organizer;
  readonly sealer: Sealer;
  /** Sets the addresses of one run apart from those of the others. */
  readonly run: number;
}

type Answer = [status: number, code: string | null];

export const isOver = ({ status }: Event): boolean => status === 'ended' || status === 'cancelled' || status === 'deleted';
export const holdsClaim = ({ standing }: Person): boolean => standing !== 'withdrawn' && standing !== 'erased';
const taken = ({ people }: Event, ...standings: Standing[]): number => people.filter(({ standing }) => standings.includes(standing)).length;

/** A freed seat goes to who is first in line; `people` stand in the order in which they came. */
function fill(event: Event): void {
  if (event.capacity === null || isOver(event)) return;
  for (const person of event.people) if (person.standing === 'waitlisted' && taken(event, 'confirmed') < event.capacity) person.standing = 'confirmed';
}

const OK: Answer = [200, null];
const GONE: Answer = [404, 'session-not-found'];
const OVER: Answer = [409, 'session-over'];
const DEAD_LINK: Answer = [404, 'link-not-found'];

/** Why somebody without a claim may not act on it. */
const withoutClaim = ({ standing }: Person): Answer | null =>
  standing === 'denied' ? [409, 'registration-denied'] : standing === 'withdrawn' ? [409, 'registration-withdrawn'] : null;

/** One act of somebody on something that may live or be dead: what should be answered, and what is so afterwards. */
export class Act implements fc.AsyncCommand<Expected, Real> {
  constructor(
    private readonly name: string,
    private readonly on: number,
    private readonly who: number,
    private readonly act: (expected: Expected, real: Real, event: Event, person: Person | undefined, pick: number) => Promise<void>,
    private readonly needsPerson: boolean,
  ) {}

  check({ events }: Readonly<Expected>): boolean {
    return events.length > 0 && (!this.needsPerson || this.event(events).people.length > 0);
  }

  run(expected: Expected, real: Real): Promise<void> {
    const event = this.event(expected.events);
    return this.act(expected, real, event, event.people[this.who % Math.max(1, event.people.length)], this.who);
  }

  toString(): string {
    return `${this.name}(${this.on}, ${this.who})`;
  }

  private event(events: readonly Event[]): Event {
    return events[this.on % events.length]!;
  }
}

class Create implements fc.AsyncCommand<Expected, Real> {
  constructor(private readonly capacity: number | null, private readonly approval: boolean) {}
  check = ({ events }: Readonly<Expected>): boolean => events.length < 4;
  async run({ events }: Expected, { house, organizer }: Real): Promise<void> {
    const { id, slug } = await house.schedule(organizer, { registration: { fields: [], capacity: this.capacity, approval: this.approval } });
    events.push({ id, slug, capacity: this.capacity, approval: this.approval, status: 'scheduled', people: [] });
  }
  toString = (): string => `create(${this.capacity}, ${this.approval})`;
}

export async function answered(real: Real, method: 'post' | 'patch' | 'delete' | 'get', path: string, body?: object, headers: Record<string, string> = {}): Promise<{ answer: Answer; body: Record<string, unknown> }> {
  const asked = real.house.http[method](path).set(headers);
  const got = await (body ? asked.send(body) : asked);
  if (got.status >= 500) throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${got.status} ${got.text}`);
  const told = (got.body ?? {}) as Record<string, unknown>;
  return { answer: [got.status, got.status < 400 ? null : String(told['code'])], body: told };
}

async function demand(what: string, real: Real, expected: Answer, method: 'post' | 'patch' | 'delete' | 'get', path: string, body?: object, headers?: Record<string, string>): Promise<Record<string, unknown>> {
  const got = await answered(real, method, path, body, headers);
  expect([what, ...got.answer]).toEqual([what, ...expected]);
  return got.body;
}

const asOrganizer = ({ house, organizer }: Real): Record<string, string> => house.as(organizer);
const addressOf = (real: Real, number: number): string => `life${number % 5}@run${real.run}.example`;

const onSession = (name: 'start' | 'end' | 'cancel', allowed: Event['status'], same: Event['status'], refusal: string) =>
  async (_: Expected, real: Real, event: Event): Promise<void> => {
    const answer: Answer = event.status === 'deleted' ? GONE : event.status === allowed || event.status === same ? OK : [409, refusal];
    await demand(`${name} of a ${event.status} session`, real, answer, 'post', `/api/sessions/${event.id}/${name}`, {}, asOrganizer(real));
    if (answer === OK) event.status = same;
    await real.house.settled();
  };

async function move(_: Expected, real: Real, event: Event, __: unknown, minutes: number): Promise<void> {
  const read = await demand(`read of a ${event.status} session`, real, event.status === 'deleted' ? GONE : OK, 'get', `/api/sessions/${event.id}`, undefined, asOrganizer(real));
  const wallTime = new Date(Date.now() + 2 * 86_400_000 + minutes * 7 * 60_000).toISOString().slice(0, 16);
  if ((read['when'] as { wallTime?: string } | undefined)?.wallTime === wallTime || read['wallTime'] === wallTime) return;
  const answer: Answer = event.status === 'deleted' ? GONE : event.status === 'scheduled' ? OK : [409, 'session-not-movable'];
  await demand(`move of a ${event.status} session`, real, answer, 'patch', `/api/sessions/${event.id}`, { wallTime }, { ...asOrganizer(real), 'if-match': `"${Number(read['version'] ?? 1)}"` });
  if (answer === OK) await demand('a move from what was read before', real, [412, 'changed-meanwhile'], 'patch', `/api/sessions/${event.id}`, { title: 'Late' }, { ...asOrganizer(real), 'if-match': `"${Number(read['version'])}"` });
  await real.house.settled();
}

async function remove(_: Expected, real: Real, event: Event): Promise<void> {
  const answer: Answer = event.status === 'deleted' ? GONE : event.status === 'live' ? [409, 'session-live'] : event.people.length > 0 ? [409, 'session-has-registrants'] : [204, null];
  await demand(`deletion of a ${event.status} session`, real, answer, 'delete', `/api/sessions/${event.id}`, undefined, asOrganizer(real));
  if (answer[0] === 204) event.status = 'deleted';
  await real.house.settled();
}

async function register(_: Expected, real: Real, event: Event, __: unknown, number: number): Promise<void> {
  const email = addressOf(real, number);
  const answer: Answer = event.status === 'deleted' ? GONE : isOver(event) ? [409, 'registration-closed'] : [202, null];
  const full = event.capacity !== null && event.capacity - taken(event, 'confirmed', 'waitlisted') <= 0;
  const standing = event.approval ? 'pending' : full ? 'waitlisted' : 'confirmed';
  // as somebody else might type it
  const told = await demand(`registering for a ${event.status} session`, real, answer, 'post', `/api/public/sessions/${event.slug}/registrations`, { email: number % 2 ? email.toUpperCase() : email, name: 'Some One' });
  if (answer[0] !== 202) return;
  expect(told).toEqual({ outcome: 'check-your-email', standing });
  if (event.people.some((person) => person.email === email && holdsClaim(person))) return;
  const { rows } = await real.house.database.query<{ id: string; sealed_token: string }>(`select id, sealed_token from registration.registration where session_id = $1 and email_key = $2 and status <> 'withdrawn'`, [event.id, email]);
  event.people.push({ id: rows[0]!.id, email, token: real.sealer.open(rows[0]!.sealed_token), standing });
}

/** What a registrant does with the link from their mails. */
const byLink = (act: string, answer: (event: Event, person: Person) => Answer, afterwards: (expected: Expected, event: Event, person: Person) => void = () => undefined, body: object = {}) =>
  async (expected: Expected, real: Real, event: Event, person: Person | undefined): Promise<void> => {
    const due = person!.standing === 'erased' ? DEAD_LINK : answer(event, person!);
    await demand(`${act} by one who is ${person!.standing}, session ${event.status}`, real, due, 'post', `/api/registrant/${act}`, { token: person!.token, ...body });
    if (due[0] < 400) afterwards(expected, event, person!);
  };

function forget({ dead, everErased }: Expected, event: Event, person: Person): void {
  person.standing = 'erased';
  dead.push(person.token);
  everErased.add(person.email);
  fill(event);
}

function withdrawn(_: Expected, event: Event, person: Person): void {
  person.standing = 'withdrawn';
  fill(event);
}

async function join(_: Expected, real: Real, event: Event, person: Person | undefined): Promise<void> {
  const { standing, token } = person!;
  const answer: Answer = standing === 'erased' || standing === 'withdrawn' ? DEAD_LINK : standing !== 'confirmed' ? [403, `registration-${standing}`] : isOver(event) ? OVER : OK;
  await demand(`join by one who is ${standing}, session ${event.status}`, real, answer, 'post', '/api/join', { token, name: 'Some One', moveHere: true });
}

const ofOrganizer = (method: 'post' | 'delete', path: (person: Person) => string, body: (person: Person) => object | undefined, answer: (event: Event, person: Person) => Answer, afterwards: (expected: Expected, real: Real, event: Event, person: Person) => Promise<void> | void) =>
  async (expected: Expected, real: Real, event: Event, person: Person | undefined): Promise<void> => {
    const due = answer(event, person!);
    await demand(`${method} ${path(person!).replace(person!.id, '…')} of one who is ${person!.standing}, session ${event.status}`, real, due, method, `/api/sessions/${event.id}/registrations${path(person!)}`, body(person!), asOrganizer(real));
    if (due[0] < 400) await afterwards(expected, real, event, person!);
  };

const deny = ofOrganizer('post', () => '/deny', ({ id }) => ({ ids: [id] }), (event) => (isOver(event) ? OVER : OK), (_, __, event, person) => {
  if (!holdsClaim(person)) return;
  person.standing = 'denied';
  fill(event);
});

const approve = ofOrganizer('post', () => '/approve', ({ id }) => ({ ids: [id] }), (event) => (isOver(event) ? OVER : OK), (_, __, event, person) => {
  if (person.standing === 'pending' || person.standing === 'denied') person.standing = event.capacity !== null && taken(event, 'confirmed') >= event.capacity ? 'waitlisted' : 'confirmed';
});

const rotate = ofOrganizer('post', ({ id }) => `/${id}/rotate-link`, () => ({}),
  (event, person) => (person.standing === 'erased' ? [404, 'registration-not-found'] : isOver(event) ? OVER : (withoutClaim(person) ?? OK)),
  async (expected, real, _, person) => {
    const { rows } = await real.house.database.query<{ sealed_token: string }>('select sealed_token from registration.registration where id = $1', [person.id]);
    expected.dead.push(person.token);
    person.token = real.sealer.open(rows[0]!.sealed_token);
    expect(expected.dead).not.toContain(person.token);
  });

const eraseByOrganizer = ofOrganizer('delete', ({ id }) => `/${id}`, () => undefined, (_, { standing }) => (standing === 'erased' ? [404, 'registration-not-found'] : [204, null]), (expected, _, event, person) => forget(expected, event, person));

/** Everybody who may act on one registration does, in the same moment: no order is promised, only that each is answered, and that the rules hold afterwards. */
async function together(expected: Expected, real: Real, event: Event, person: Person | undefined, number: number): Promise<void> {
  const { id, token, email } = person!;
  const path = `/api/sessions/${event.id}/registrations`;
  const acts = [
    answered(real, 'post', '/api/registrant/withdraw', { token }),
    answered(real, 'post', '/api/registrant/change', { token, name: 'Other Name' }),
    answered(real, 'post', `${path}/deny`, { ids: [id] }, asOrganizer(real)),
    answered(real, 'post', `${path}/approve`, { ids: [id] }, asOrganizer(real)),
    answered(real, 'post', `${path}/${id}/rotate-link`, {}, asOrganizer(real)),
    ...Array.from({ length: 4 }, () => answered(real, 'post', `/api/public/sessions/${event.slug}/registrations`, { email, name: 'Some One' })),
    ...(number % 3 === 0 ? [answered(real, 'post', '/api/registrant/erase', { token })] : []),
  ];
  for (const { answer: [status] } of await Promise.all(acts)) expect([200, 202, 204, 403, 404, 409]).toContain(status);
  await seenAnew(expected, real, event);
}

/** What became of it when nobody could tell beforehand: read from the database; the rules are checked all the same. */
async function seenAnew({ dead, everErased }: Expected, real: Real, event: Event): Promise<void> {
  const { rows } = await real.house.database.query<{ id: string; email: string | null; status: Standing; sealed_token: string | null }>('select id, email_key as email, status, sealed_token from registration.registration where session_id = $1 order by registered_at, id', [event.id]);
  const before = new Map(event.people.map((person) => [person.id, person]));
  event.people = rows.map(({ id, email, status, sealed_token: sealed }) => {
    const known = before.get(id);
    const token = sealed === null ? (known?.token ?? '') : real.sealer.open(sealed);
    if (known && (sealed === null || known.token !== token)) dead.push(known.token);
    if (sealed === null && known) everErased.add(known.email);
    return { id, email: email ?? known?.email ?? '', token, standing: sealed === null ? 'erased' : status };
  });
}

const acts: [name: string, needsPerson: boolean, act: ConstructorParameters<typeof Act>[3], weight?: number][] = [
  ['register', false, register, 6],
  ['move', false, move, 2],
  ['start', false, onSession('start', 'scheduled', 'live', 'session-not-startable')],
  ['end', false, onSession('end', 'live', 'ended', 'session-not-live')],
  ['cancel', false, onSession('cancel', 'scheduled', 'cancelled', 'session-not-cancellable')],
  ['delete', false, remove],
  ['read', true, byLink('read', () => OK)],
  ['export', true, byLink('export', () => OK)],
  ['change', true, byLink('change', (event, person) => (isOver(event) ? OVER : (withoutClaim(person) ?? OK)), undefined, { name: 'New Name' })],
  ['send again', true, byLink('send-again', (event, person) => (isOver(event) ? OVER : (withoutClaim(person) ?? [202, null])))],
  ['withdraw', true, byLink('withdraw', (event, person) => (person.standing === 'withdrawn' ? OK : isOver(event) ? OVER : (withoutClaim(person) ?? OK)), withdrawn), 2],
  ['erase', true, byLink('erase', () => [204, null], forget)],
  ['join', true, join, 2],
  ['deny', true, deny],
  ['approve', true, approve, 2],
  ['rotate', true, rotate],
  ['erase by the organizer', true, eraseByOrganizer],
  ['all together', true, together],
];

export const allActs: readonly string[] = ['create', ...acts.map(([name]) => name)].sort();

export const lives: fc.Arbitrary<Iterable<fc.AsyncCommand<Expected, Real>>> = fc.commands([
  ...Array.from({ length: 6 }, () => fc.tuple(fc.constantFrom(null, 1, 2), fc.boolean()).map(([capacity, approval]) => new Create(capacity, approval))),
  ...acts.flatMap(([name, needsPerson, act, weight = 1]) => Array.from({ length: weight }, () => fc.tuple(fc.nat(7), fc.nat(7)).map(([on, who]) => new Act(name, on, who, act, needsPerson)))),
], { maxCommands: 60, size: 'max' });

export const anEmptyHouse = (): Expected => ({ events: [], dead: [], everErased: new Set() });
