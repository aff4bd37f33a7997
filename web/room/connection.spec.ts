import { jest } from '@jest/globals';
import { CloseCode, SILENCE_MS, type ServerMessage } from '../../client/protocol.ts';
import { RoomConnection, type Ticket } from './connection.ts';

/** A socket whose other end is this test. */
class Line {
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;
  readonly said: Record<string, unknown>[] = [];
  send(text: string) { this.said.push(JSON.parse(text) as Record<string, unknown>); }
  close() { /* half-open: nothing comes of it */ }
  tell(message: ServerMessage) { this.onmessage?.({ data: JSON.stringify(message) }); }
}

const state = (doors = 1): ServerMessage => ({
  type: 'state', doors, roster: 1, people: [], waiting: null, media: true,
  session: { id: 's', slug: 'talk', title: 'Talk', theme: 'webinar', status: 'scheduled', startedAt: null, endedAt: null, when: { wallTime: '', timeZone: 'UTC', startsAt: '', endsAt: '', durationMinutes: 60 }, hostMissing: false },
  you: { seatId: 'me', role: 'attendee', name: 'Me', place: 'foyer', onStage: false, steward: false, silenced: [], invited: false, decided: 0 },
  moderation: { number: 1, locked: false, held: [] },
});

let lines: Line[];
let tickets: (Ticket | Promise<Ticket>)[];
const last = () => lines.at(-1)!;
const passing = (ms: number) => jest.advanceTimersByTimeAsync(ms);

function connected(): RoomConnection {
  const connection = new RoomConnection('first', {
    address: 'ws://here/ws',
    freshTicket: async () => tickets.shift() ?? { ticket: `ticket-${lines.length + 1}` },
    connect: () => { lines.push(new Line()); return last() as unknown as WebSocket; },
    chance: () => 0.5,
  });
  last().onopen?.();
  last().tell(state());
  return connection;
}

beforeEach(() => {
  jest.useFakeTimers();
  lines = [];
  tickets = [];
});
afterEach(() => jest.useRealTimers());

describe('the line to the server', () => {
  it('says hello with its ticket and is open once it knows the state', () => {
    const connection = connected();
    expect(last().said).toEqual([{ type: 'hello', ticket: 'first' }]);
    expect(connection.store.get().line).toBe('open');
  });

  it('comes back at once with a new ticket when it is lost', async () => {
    const connection = connected();
    await passing(10_000);
    last().onclose?.({ code: 1006 });
    expect(connection.store.get().line).toBe('reconnecting');
    await passing(0);
    last().onopen?.();
    expect(last().said).toEqual([{ type: 'hello', ticket: 'ticket-2' }]);
  });

  it('keeps what it knew while it is away, and then believes the server', async () => {
    const connection = connected();
    last().onclose?.({ code: 1006 });
    expect(connection.store.get().room?.doors).toBe(1);
    await passing(0);
    last().tell(state(7));
    expect(connection.store.get()).toMatchObject({ line: 'open', room: { doors: 7 } });
  });

  it('does not trust a socket that has gone silent', async () => {
    connected();
    await passing(SILENCE_MS - 1);
    expect(lines).toHaveLength(1);
    await passing(2);
    expect(lines).toHaveLength(2);
  });

  it('stays as long as the heart beats', async () => {
    connected();
    for (let i = 0; i < 6; i++) {
      await passing(10_000);
      last().tell({ type: 'beat', doors: 1, roster: 1 });
    }
    expect(lines).toHaveLength(1);
  });

  it('asks once for what it missed', () => {
    connected();
    last().tell({ type: 'beat', doors: 2, roster: 1 });
    last().tell({ type: 'beat', doors: 2, roster: 1 });
    expect(last().said.filter((one) => one['type'] === 'sync')).toHaveLength(1);
  });

  it('does not hammer a server that ends every connection at once', async () => {
    connected();
    for (let i = 0; i < 4; i++) {
      last().onclose?.({ code: 1006 });
      await passing(0);
    }
    expect(lines).toHaveLength(2);
  });

  it('keeps trying while nobody answers, and gives up where there is no seat', async () => {
    const connection = connected();
    tickets = ['unreachable', 'unreachable', 'no-seat'];
    last().onclose?.({ code: 1006 });
    await passing(20_000);
    expect(connection.store.get().line).toBe('seat-lost');
    expect(tickets).toEqual([]);
  });

  it('does not fight for its seat with another device', async () => {
    const connection = connected();
    last().onclose?.({ code: CloseCode.takenOver });
    await passing(60_000);
    expect(connection.store.get().line).toBe('taken-over');
    expect(lines).toHaveLength(1);
  });

  it('does not wait when the network returns', async () => {
    const connection = connected();
    tickets = ['unreachable', 'unreachable', 'unreachable', 'unreachable'];
    last().onclose?.({ code: 1006 });
    await passing(3_000);
    tickets = [];
    connection.wake(true);
    await passing(0);
    expect(lines).toHaveLength(2);
  });

  it('does not wait for an attempt that hangs on the network that was lost', async () => {
    const connection = connected();
    tickets = [new Promise<Ticket>(() => undefined)];
    last().onclose?.({ code: 1006 });
    await passing(1_000);
    expect(lines).toHaveLength(1);
    connection.wake(true);
    await passing(0);
    expect(lines).toHaveLength(2);
  });

  it('tests a line that may be dead after waking, and replaces it when no answer comes', async () => {
    const connection = connected();
    await passing(13_000);
    connection.wake();
    expect(last().said.at(-1)).toEqual({ type: 'sync' });
    await passing(3_999);
    expect(lines).toHaveLength(1);
    await passing(2);
    expect(lines).toHaveLength(2);
  });

  it('gives a line less time to answer where the network has changed: people wait to be let in', async () => {
    const connection = connected();
    connection.wake(true);
    expect(last().said.at(-1)).toEqual({ type: 'sync' });
    await passing(1_001);
    expect(lines).toHaveLength(2);
  });

  it('tells who asked what the server answered', async () => {
    const connection = connected();
    const refused = expect(connection.ask({ type: 'start' })).rejects.toMatchObject({ code: 'not-a-host', message: 'Only a host can start it.' });
    last().tell({ type: 'refused', id: last().said.at(-1)!['id'] as string, code: 'not-a-host', sentence: 'Only a host can start it.' });
    await refused;
    const done = connection.ask({ type: 'leave' });
    last().tell({ type: 'done', id: last().said.at(-1)!['id'] as string });
    await expect(done).resolves.toBeUndefined();
  });

  it('waits for nothing any more once it was closed', () => {
    const connection = connected();
    connection.wake(true);
    void connection.ask({ type: 'start' }).catch(() => undefined);
    connection.close();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not leave anybody waiting for an answer that will not come', async () => {
    const connection = connected();
    const lost = expect(connection.ask({ type: 'start' })).rejects.toMatchObject({ code: 'not-connected' });
    last().onclose?.({ code: 1006 });
    await lost;
  });
});
