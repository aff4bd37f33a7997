import type { ClientMessage, Kind, Theme } from '../../../client/protocol.js';
import { expectProblem, type House, type Organizer, type SessionAnswer } from '../../http/house.js';
import { Socket, enter, join, offerOf, openInstances, seatRow, type Instance } from './instances.js';

type In = Socket & { state: Awaited<ReturnType<typeof Socket.with>>['state']; at: Instance; cookie: string };

describe('what hosts decide, on two instances', () => {
  let close: () => Promise<void>;
  let house: House;
  let [one, two]: Instance[] = [];
  let ada: Organizer;
  const open: Socket[] = [];
  beforeAll(async () => {
    const opened = await openInstances('moderation', 2);
    ({ house, close } = opened);
    [one, two] = opened.instances;
    ada = await house.organizer('Ada');
  }, 90_000);
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(() => close?.());

  const planned = (theme: Theme, more: object = {}): Promise<SessionAnswer> => house.schedule(ada, { theme, ...more });
  const live = async (theme: Theme, more: object = {}): Promise<SessionAnswer> => {
    const session = await planned(theme, more);
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
    return session;
  };
  const seated = async (at: Instance, { ticket, cookie }: { ticket: string; cookie: string }): Promise<In> => {
    const socket = Object.assign(await Socket.with(at.address, ticket), { at, cookie });
    open.push(socket);
    return socket;
  };
  const host = async (session: SessionAnswer, at = one!): Promise<In> => seated(at, await enter(house, ada, session));
  /** The same host in another tab: a fresh socket, greeted anew. */
  const greetedAgain = async (session: SessionAnswer, { cookie }: In, at: Instance): Promise<In> => {
    const answer = await house.http.post(`/api/sessions/${session.id}/enter`).set({ authorization: `Bearer ${ada.key}`, cookie }).send({});
    return seated(at, { ...(answer.body as { ticket: string }), cookie });
  };
  const guest = async (session: SessionAnswer, name: string, at = two!, cookie = ''): Promise<In> => seated(at, await join(house, session.slug, name, cookie));
  const idOf = ({ state }: In): string => state.you.seatId;
  const sends = async (who: In): Promise<void> => {
    expect(await who.ask({ type: 'publish', sdp: offerOf(1) })).toBe('done');
    who.at.gateway.sends(idOf(who));
    await house.until('its feed is known', async () => (await seatRow(house, idOf(who)))['feed_id'] !== null);
  };
  const silencedAt = (who: In): readonly Kind[] | undefined => who.at.gateway.silenced.findLast(({ seatId }) => seatId === idOf(who))?.kinds;
  const you = (who: In, meant: (you: In['state']['you']) => boolean) => who.hears('you', (message) => meant(message.you));
  const resolved = async (session: SessionAnswer, cookie: string) => (await house.http.post('/api/join/resolve').set({ cookie }).send({ slug: session.slug })).body as { entry: string; knock: boolean; shownOut: string | null };

  it('mutes at the gateway, whatever the page says, until the muted one unmutes', async () => {
    const session = await live('meeting');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    await sends(bob);
    await bob.ask({ type: 'devices', microphone: true, camera: true });
    expect(await hedy.ask({ type: 'silence', seatId: idOf(bob), kind: 'audio', silenced: true })).toBe('done');
    await you(bob, ({ silenced }) => silenced.join() === 'audio');
    await house.until('the gateway was told', async () => silencedAt(bob)?.join() === 'audio');
    await hedy.hears('person', ({ person }) => person.seatId === idOf(bob) && !person.microphone && person.silenced?.join() === 'audio');
    await bob.ask({ type: 'devices', microphone: true, camera: false }); // a page that does not obey
    await hedy.hears('person', ({ person }) => person.seatId === idOf(bob) && !person.microphone && !person.camera && person.silenced?.join() === 'audio');
    expect(await bob.ask({ type: 'unsilence', kind: 'audio' })).toBe('done');
    await you(bob, ({ silenced }) => silenced.length === 0);
    await house.until('the gateway lets it through', async () => silencedAt(bob)?.length === 0);
  });

  it.each<[Kind, object]>([['audio', { microphone: true, camera: false }], ['video', { microphone: false, camera: true }]])('shows what is on again (%s), also where the page said so before it was let through', async (kind, on) => {
    const session = await live('meeting');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    expect(await hedy.ask({ type: 'silence', seatId: idOf(bob), kind, silenced: true })).toBe('done');
    await you(bob, ({ silenced }) => silenced.join() === kind);
    // The order in which a page says it, and in which a busy server may do it.
    await bob.ask({ type: 'devices', microphone: false, camera: false, ...on });
    expect(await bob.ask({ type: 'unsilence', kind })).toBe('done');
    const { person } = await hedy.hears('person', (message) => message.person.seatId === idOf(bob) && !message.person.silenced && (message.person.microphone || message.person.camera));
    expect(person).toMatchObject(on);
  });

  it('mutes all but hosts; where it is held only a host lets somebody speak, and who comes later begins silent', async () => {
    const session = await live('meeting');
    const [hedy, bob, eve] = [await host(session), await guest(session, 'Bob'), await guest(session, 'Eve', one!)];
    for (const who of [hedy, bob, eve]) await sends(who);
    expect(await hedy.ask({ type: 'silence-all', kind: 'audio', held: true })).toBe('done');
    for (const who of [bob, eve]) await you(who, ({ silenced }) => silenced.join() === 'audio');
    expect(await bob.ask({ type: 'unsilence', kind: 'audio' })).toBe('held-by-host');
    const late = await guest(session, 'Late');
    expect(late.state).toMatchObject({ you: { silenced: ['audio'] }, moderation: { held: ['audio'] } });
    await sends(late);
    expect(silencedAt(late)).toEqual(['audio']); // from its first packet on
    expect(await hedy.ask({ type: 'silence', seatId: idOf(eve), kind: 'audio', silenced: false })).toBe('done');
    await you(eve, ({ silenced }) => silenced.length === 0);
    expect(silencedAt(hedy)).toBeUndefined();
    expect(await hedy.ask({ type: 'hold', kind: 'audio', held: false })).toBe('done');
    expect(await bob.ask({ type: 'unsilence', kind: 'audio' })).toBe('done');
  });

  it('stops video likewise, and a page that comes back knows it', async () => {
    const session = await live('meeting');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    await hedy.ask({ type: 'silence-all', kind: 'video', held: false });
    await you(bob, ({ silenced }) => silenced.join() === 'video');
    bob.terminate();
    const again = await guest(session, 'Bob', one!, bob.cookie);
    expect(again.state.you).toMatchObject({ seatId: idOf(bob), silenced: ['video'] });
    await sends(again);
    expect(silencedAt(again)).toEqual(['video']);
    expect(await again.ask({ type: 'unsilence', kind: 'video' })).toBe('done');
  });

  it.each<Theme>(['workshop', 'webinar'])('invites on stage in a %s: who accepts may send until taken off, who declines is named to hosts', async (theme) => {
    const session = await live(theme);
    const [hedy, bob, eve] = [await host(session), await guest(session, 'Bob'), await guest(session, 'Eve', one!)];
    expect(await bob.ask({ type: 'publish', sdp: offerOf(1) })).toBe('not-on-stage');
    expect(await bob.ask({ type: 'answer-invitation', accept: true })).toBe('not-invited');
    hedy.say({ type: 'audience', search: 'bo' });
    expect((await hedy.hears('audience')).people).toEqual([{ seatId: idOf(bob), name: 'Bob', invited: false }]);
    for (const who of [bob, eve]) expect(await hedy.ask({ type: 'invite', seatId: idOf(who) })).toBe('done');
    for (const who of [bob, eve]) await you(who, ({ invited, onStage }) => invited && !onStage);
    expect(await bob.ask({ type: 'publish', sdp: offerOf(1) })).toBe('not-on-stage'); // invited is not on stage
    expect(await eve.ask({ type: 'answer-invitation', accept: false })).toBe('done');
    await hedy.hears('moderation', ({ invitations }) => invitations?.some(({ name, answer }) => name === 'Eve' && answer === 'declined') ?? false);
    const again = await greetedAgain(session, hedy, two!);
    expect(again.state.moderation.invitations).toContainEqual({ seatId: idOf(eve), name: 'Eve', answer: 'declined' });
    expect(await bob.ask({ type: 'answer-invitation', accept: true })).toBe('done');
    await you(bob, ({ onStage, invited }) => onStage && !invited);
    await eve.hears('person', ({ person }) => person.seatId === idOf(bob) && person.onStage);
    await sends(bob);
    expect(await again.ask({ type: 'take-off-stage', seatId: idOf(bob) })).toBe('done');
    await you(bob, ({ onStage }) => !onStage);
    await house.until('its sending ended at the gateway', async () => bob.at.gateway.hungUp.includes(`send ${idOf(bob)}`));
    expect(await bob.ask({ type: 'publish', sdp: offerOf(2) })).toBe('not-on-stage');
    if (theme === 'webinar') await eve.hears('gone', ({ seatId }) => seatId === idOf(bob));
  });

  it('keeps who was taken off a meeting’s stage off it, also after leaving and joining again', async () => {
    const session = await live('meeting');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    await hedy.ask({ type: 'take-off-stage', seatId: idOf(bob) });
    await bob.ask({ type: 'leave' });
    const again = await guest(session, 'Bob', one!, bob.cookie);
    expect(again.state.you).toMatchObject({ seatId: idOf(bob), onStage: false });
    expect(await hedy.ask({ type: 'take-off-stage', seatId: idOf(hedy) })).toBe('host-stays');
  });

  it('removes: the seat ends with its reason, and its holder knocks', async () => {
    const session = await live('meeting');
    const [hedy, bob, eve] = [await host(session), await guest(session, 'Bob'), await guest(session, 'Eve')];
    await sends(bob);
    expect(await hedy.ask({ type: 'remove', seatId: idOf(bob) })).toBe('done');
    expect(await bob.closed).toBe(4403);
    await eve.hears('gone', ({ seatId }) => seatId === idOf(bob));
    await house.until('nothing is left at the gateway', async () => bob.at.gateway.hungUp.some((line) => line.includes(idOf(bob))));
    expectProblem(await house.http.post('/api/join/return').set({ cookie: bob.cookie }).send({ slug: session.slug }), 401, 'no-seat');
    expect(await resolved(session, bob.cookie)).toMatchObject({ entry: 'pre-join', knock: true, shownOut: 'removed' });
    const again = await guest(session, 'Bob', one!, bob.cookie);
    expect(again.state).toMatchObject({ you: { place: 'door' }, people: [] });
    await hedy.hears('moderation', ({ knocking }) => knocking?.some(({ name, removed }) => name === 'Bob' && removed) ?? false);
    expect(await hedy.ask({ type: 'admit', seatId: idOf(again) })).toBe('done');
    await again.hears('state', ({ you: { place } }) => place === 'room');
  });

  it('bans a guest’s cookie and a registrant’s link for good', async () => {
    const session = await live('meeting', { registration: { fields: [] } });
    const token = await house.register(session.slug, 'bob@example.org');
    const enterByLink = () => house.http.post('/api/join').send({ token, name: 'Bob', moveHere: true });
    const hedy = await host(session);
    const bob = await seated(two!, { ...(await enterByLink()).body, cookie: '' });
    expect(await hedy.ask({ type: 'ban', seatId: idOf(bob) })).toBe('done');
    expect(await bob.closed).toBe(4403);
    expectProblem(await enterByLink(), 403, 'banned');
    expect((await house.http.post('/api/join/resolve').send({ token })).body).toMatchObject({ entry: 'banned', shownOut: 'banned' });

    const open = await live('meeting');
    const [hana, guy] = [await host(open), await guest(open, 'Guy')];
    await hana.ask({ type: 'ban', seatId: idOf(guy) });
    expect(await guy.closed).toBe(4403);
    expectProblem(await house.http.post('/api/join').set({ cookie: guy.cookie }).send({ slug: open.slug, name: 'Guy' }), 403, 'banned');
    expect(await hana.ask({ type: 'remove', seatId: idOf(hana) })).toBe('host-stays');
  });

  it('locks: who is new knocks and learns nothing, who was in comes back; hosts that arrive later see who knocks', async () => {
    const session = await live('meeting');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    expect(await hedy.ask({ type: 'lock', locked: true })).toBe('done');
    await bob.hears('moderation', ({ locked, knocking }) => locked && knocking === undefined);
    bob.terminate();
    expect((await guest(session, 'Bob', one!, bob.cookie)).state.you.place).toBe('room');
    expect(await resolved(session, '')).toMatchObject({ entry: 'pre-join', knock: true, shownOut: null });
    const [eve, tom, ian] = [await guest(session, 'Eve'), await guest(session, 'Tom', one!), await guest(session, 'Ian')];
    expect(eve.state).toMatchObject({ people: [], waiting: null, you: { place: 'door' } });
    for (const message of [{ type: 'receive' }, { type: 'catch-up', since: 0 }, { type: 'react', emoji: '👏' }] as ClientMessage[]) expect(await eve.ask(message)).toBe('doors-closed');
    await hedy.hears('moderation', ({ knocking }) => knocking?.map(({ name }) => name).join() === 'Eve,Tom,Ian');
    const later = await greetedAgain(session, hedy, two!);
    expect(later.state.moderation).toMatchObject({ locked: true, knocks: 3, knocking: [{ name: 'Eve' }, { name: 'Tom' }, { name: 'Ian' }] });
    await later.ask({ type: 'deny', seatId: idOf(ian) });
    expect(await ian.closed).toBe(4403);
    await later.ask({ type: 'admit', seatId: idOf(eve) });
    expect((await eve.hears('state', ({ you: { place } }) => place === 'room')).people.map(({ name }) => name)).toContain('Bob');
    await later.ask({ type: 'admit' });
    await tom.hears('state', ({ you: { place } }) => place === 'room');
    expect(JSON.stringify(ian.told)).not.toContain('Bob');
    expect(await resolved(session, ian.cookie)).toMatchObject({ knock: true, shownOut: 'denied' });
  });

  it('is locked by the organizer ahead: who is let in waits, and an opened lock lets in who only waited for that', async () => {
    const session = await planned('meeting');
    const lock = (locked: boolean) => house.http.put(`/api/sessions/${session.id}/lock`).set(house.as(ada)).send({ locked });
    const seenAtTheDesk = async () => (await house.http.get(`/api/sessions/${session.id}/lock`).set(house.as(ada))).body as unknown;
    expect(await seenAtTheDesk()).toEqual({ locked: false });
    expect((await lock(true)).body).toEqual({ locked: true });
    expect(await seenAtTheDesk()).toEqual({ locked: true });
    const [eve, tom] = [await guest(session, 'Eve'), await guest(session, 'Tom', one!)];
    expect(eve.state.you.place).toBe('door');
    await (await host(session)).ask({ type: 'admit', seatId: idOf(eve) });
    await eve.hears('state', ({ you: { place } }) => place === 'foyer');
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await eve.hears('opened');
    expect(JSON.stringify(tom.told)).not.toContain('Eve');
    await lock(false);
    await tom.hears('state', ({ you: { place } }) => place === 'room');
  });

  it('is found by an instance that heard no announcement of it', async () => {
    const session = await live('meeting');
    const bob = await guest(session, 'Bob');
    await sends(bob);
    // As an instance decides that could not tell the others.
    await house.database.query('update conferencing.room set moderation = moderation + 1 where session_id = $1', [session.id]);
    await house.database.query('update conferencing.seat set muted = true, moderated = 1 where id = $1', [idOf(bob)]);
    await you(bob, ({ silenced }) => silenced.join() === 'audio');
    await house.until('the gateway was told', async () => silencedAt(bob)?.join() === 'audio');
  }, 20_000);

  it('is nobody’s but a host’s', async () => {
    const session = await live('meeting');
    const [hedy, bob, eve] = [await host(session), await guest(session, 'Bob'), await guest(session, 'Eve')];
    const seatId = idOf(eve);
    const requests: ClientMessage[] = [
      { type: 'silence', seatId, kind: 'audio', silenced: true }, { type: 'silence-all', kind: 'audio', held: true }, { type: 'hold', kind: 'audio', held: true },
      { type: 'invite', seatId }, { type: 'take-off-stage', seatId }, { type: 'remove', seatId }, { type: 'ban', seatId }, { type: 'lock', locked: true },
      { type: 'admit' }, { type: 'admit', seatId }, { type: 'deny', seatId }, { type: 'audience', search: '' },
    ];
    for (const request of requests) expect([request.type, await bob.ask(request)]).toEqual([request.type, 'not-a-host']);
    const [foreign] = [await guest(await live('meeting'), 'Far')];
    for (const request of requests.filter((one) => 'seatId' in one)) expect([request.type, await hedy.ask({ ...request, seatId: idOf(foreign) } as ClientMessage)]).toEqual([request.type, 'person-not-found']);
    expect(await seatRow(house, seatId)).toMatchObject({ muted: false, on_stage: true, admission: 'admitted' });
  });
});
