import type { ClientMessage, ServerMessage } from '../../../client/protocol.ts';
import { Store } from '../../attendee/store.ts';
import { speakEnglish } from '../../words/spoken.js';
import { RefusedByServer, type Line, type RoomConnection } from '../connection.ts';
import type { RoomState } from '../room-state.ts';
import { Talk } from './talk.ts';

const room = (place: string, role = 'attendee') => ({ you: { seatId: 'me', place, role }, session: { theme: 'meeting' } }) as unknown as RoomState;

/** The line to the server, whose other end is this test. */
class Server {
  readonly store = new Store<{ line: Line; room: RoomState | null }>({ line: 'open', room: room('foyer') });
  readonly asked: Extract<ClientMessage, { id?: string }>[] = [];
  sockets = 1;
  private hear?: (message: ServerMessage) => void;
  private refuse: ((error: Error) => void)[] = [];
  listen = (listener: (message: ServerMessage) => void) => ((this.hear = listener), () => undefined);
  ask = (message: Extract<ClientMessage, { id?: string }>) => (this.asked.push(message), new Promise<void>((_, refused) => this.refuse.push(refused)));
  tell(message: ServerMessage) { this.hear!(message); }
  /** Refuses whatever was asked and not answered. */
  async refuses(code: string) {
    for (const refused of this.refuse.splice(0)) refused(new RefusedByServer(code));
    await new Promise((soon) => setImmediate(soon));
  }
  async breaks() {
    this.store.change({ line: 'reconnecting' });
    await this.refuses('not-connected');
  }
  returns() {
    this.sockets++;
    this.store.change({ line: 'open', room: { ...this.store.get().room! } });
  }
  get caughtUp() { return this.asked.flatMap((one) => (one.type === 'catch-up' ? one.since : [])); }
  get said() { return this.asked.flatMap((one) => (one.type === 'say' ? one.message : [])); }
}

const answer = (since: number, talk: number): ServerMessage => ({ type: 'talk', after: since, talk, whole: since === 0, to: ['everyone'], chat: [] });
const message = (id: string, order: number) => ({ id, order, from: { seatId: 'ada', name: 'Ada', role: 'attendee' as const }, to: 'everyone' as const, toPerson: null, text: 'Hello', at: '' });
const push = (after: number, talk: number): ServerMessage => ({ type: 'talk', after, talk, chat: [message(`m${talk}`, talk)] });
const everyone = { to: 'everyone' as const, toPerson: null };

let server: Server;
let talk: Talk;

beforeEach(async () => {
  await speakEnglish();
  server = new Server();
  talk = new Talk(server as unknown as RoomConnection, 'me');
});

describe('the conversation on a page', () => {
  it('is asked for as soon as one is in, and not before', () => {
    expect(server.caughtUp).toEqual([]);
    server.store.change({ room: room('room') });
    server.store.change({ room: room('room') });
    expect(server.caughtUp).toEqual([0]);
  });

  it('keeps aside what comes while it catches up', () => {
    server.store.change({ room: room('room') });
    server.tell(push(4, 5));
    expect(talk.store.get().chat).toEqual([]);
    server.tell(answer(0, 4));
    expect(talk.store.get()).toMatchObject({ known: 5, chat: [{ id: 'm5' }] });
    expect(server.caughtUp).toEqual([0]);
  });

  it('asks for what it missed, once', () => {
    server.store.change({ room: room('room') });
    server.tell(answer(0, 4));
    server.tell(push(6, 7));
    server.tell(push(7, 8));
    expect(server.caughtUp).toEqual([0, 4]);
  });

  it('goes on after a lost connection from where it was', async () => {
    server.store.change({ room: room('room') });
    server.tell(answer(0, 4));
    await server.breaks();
    server.returns();
    expect(server.caughtUp).toEqual([0, 4]);
  });

  it('tries again with the next beat where catching up was refused', async () => {
    server.store.change({ room: room('room') });
    await server.refuses('too-many');
    server.tell({ type: 'beat', doors: 1, roster: 1 });
    expect(server.caughtUp).toEqual([0, 0]);
  });

  it('asks whom it may reach when the doors open, and begins anew where one’s role is another', () => {
    server.store.change({ room: room('backstage', 'speaker') });
    server.tell(answer(0, 4));
    server.store.change({ room: room('room', 'speaker') });
    server.tell(answer(4, 4));
    server.store.change({ room: room('room', 'host') });
    expect(server.caughtUp).toEqual([0, 4, 0]);
  });

  it('says what was written while the line was down once it is back, under the same id', async () => {
    server.store.change({ room: room('room') });
    server.tell(answer(0, 4));
    talk.say('Hello', everyone);
    await server.breaks();
    talk.say('Anybody?', everyone);
    await server.breaks();
    server.returns();
    expect(server.said).toHaveLength(2);
    server.tell(answer(4, 4));
    const [first, second, ...again] = server.said;
    expect(again).toEqual([first, second]);
    server.tell({ type: 'talk', after: 4, talk: 5, chat: [message(first!, 5)] });
    expect(talk.store.get().unsent).toMatchObject([{ id: second, text: 'Anybody?', trouble: null }]);
  });

  it('tells why something was not taken, and tries it again only when asked to', async () => {
    server.store.change({ room: room('room') });
    server.tell(answer(0, 4));
    talk.say('Hello', everyone);
    await server.refuses('not-to-them');
    const { id, trouble } = talk.store.get().unsent[0]!;
    expect(trouble).toBe('That cannot be sent to them.');
    server.tell({ type: 'beat', doors: 1, roster: 1, talk: 4 });
    expect(server.said).toEqual([id]);
    talk.sayAgain(id);
    expect(server.said).toEqual([id, id]);
  });

  it('knows after a reload what was read before', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    Object.defineProperty(globalThis, 'sessionStorage', { value: storage, configurable: true });
    server.store.change({ room: room('room') });
    server.tell(answer(0, 4));
    server.tell(push(4, 5));
    talk.see('chat');
    expect(new Talk(new Server() as unknown as RoomConnection, 'me').seen.get()).toEqual({ chat: 5, questions: 0 });
    expect(new Talk(new Server() as unknown as RoomConnection, 'somebody else').seen.get()).toEqual({ chat: 0, questions: 0 });
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });
});
