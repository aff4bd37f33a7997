import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NoHandleBook } from '../../src/conferencing/janus/handle-book.js';
import { JanusMediaRooms } from '../../src/conferencing/janus/janus-media-rooms.js';
import { until } from './browser.js';
import { ScriptedJanus } from './scripted-janus.js';

const room = { id: 'room-1', secret: 'room-secret', pin: 'room-pin', publishers: 4 };
const refused = (code: string) => expect.objectContaining({ code });

describe('the wire to Janus', () => {
  let janus: ScriptedJanus;
  let rooms: JanusMediaRooms;
  let told: boolean[];
  let log: string[];
  let unhandled: unknown[];
  const note = (reason: unknown) => unhandled.push(reason);

  async function reach(options: { requestLimitMs?: number; keepaliveMs?: number } = {}): Promise<void> {
    const write = (line: string) => void log.push(line);
    rooms = new JanusMediaRooms({ url: janus.url, apiSecret: 'api-secret', adminKey: 'admin-key', requestLimitMs: 300, ...options }, { log: write, warn: write }, new NoHandleBook());
    rooms.listen({ candidates: () => {}, sending: () => {}, hungUp: () => {}, available: (available) => told.push(available) });
    await rooms.connect();
  }

  beforeEach(async () => {
    [told, log, unhandled] = [[], [], []];
    process.on('unhandledRejection', note);
    janus = await ScriptedJanus.start();
  });

  afterEach(async () => {
    await rooms.disconnect();
    await janus.stop();
    await new Promise((later) => setTimeout(later, 50));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
    expect(log.join()).not.toMatch(/secret|admin-key|room-|127\.0\.0\.1/);
  });

  it('carries the API secret on each request', async () => {
    await reach();
    await rooms.open(room);
    expect(janus.requests.length).toBeGreaterThan(3);
    expect(janus.requests.every((request) => request['apisecret'] === 'api-secret')).toBe(true);
  });

  it('drops and counts frames that are no message, and goes on', async () => {
    await reach();
    for (const text of ['{"janus":', 'null', '[]', '7', '{"janus":7}', '', '{"transaction":"__proto__"}', '\u0000']) janus.say(text);
    await until('eight frames dropped', () => rooms.malformed === 8);
    await rooms.open(room);
    expect(told).toEqual([true]);
  });

  it('survives messages that answer nothing or are of the wrong shape', async () => {
    await reach();
    for (const message of [
      { janus: 'success', transaction: 'never-asked', data: { id: 1 } },
      { janus: 'event', session_id: 99, sender: 5, plugindata: { data: { videoroom: 'event' } } },
      { janus: 'error', transaction: '__proto__', error: 'all' },
      { janus: 'trickle', sender: {}, candidate: 7 },
      { janus: 'event', session_id: 1001, sender: 1002, plugindata: 'no' },
      { janus: 'event', session_id: 1001, sender: 1002, plugindata: { data: { publishers: 7, leaving: {} } } },
      { janus: 'trickle', session_id: 1001, sender: 1002 },
    ]) janus.say(JSON.stringify(message));
    await rooms.open(room);
    expect(told).toEqual([true]);
  });

  it('gives each request its time, and refuses when Janus lets it pass', async () => {
    await reach();
    janus.onRequest = ({ body }) => body?.request === 'create';
    const began = Date.now();
    await expect(rooms.open(room)).rejects.toEqual(refused('media-unavailable'));
    expect(Date.now() - began).toBeGreaterThanOrEqual(290);
    expect(Date.now() - began).toBeLessThan(2_000);
    janus.onRequest = () => false;
    await rooms.open(room); // one request unanswered is no reason to give up the session
    expect(told).toEqual([true]);
  });

  it('rejects everything that waits at once when the socket closes', async () => {
    await reach({ requestLimitMs: 60_000 });
    janus.onRequest = ({ body, janus: what }) => body?.request === 'create' || what === 'claim';
    const waiting = [rooms.open(room), rooms.open({ ...room, id: 'room-2' }), rooms.openRooms().catch(() => 'listed')];
    await until('both rooms asked for', () => janus.asked('create').filter((request) => request.body).length === 2);
    const began = Date.now();
    janus.cut();
    const [one, other] = await Promise.allSettled(waiting);
    expect([one, other]).toEqual([{ status: 'rejected', reason: refused('media-unavailable') }, { status: 'rejected', reason: refused('media-unavailable') }]);
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it('regains a cut connection by claiming its session, and nobody is told', async () => {
    await reach();
    await rooms.open(room);
    const { sessionId } = rooms.claimable;
    janus.cut();
    await until('a claim', () => janus.asked('claim').length === 1);
    expect(janus.asked('claim')[0]!['session_id']).toBe(sessionId);
    await rooms.open(room);
    const [before, after] = janus.asked('create').filter((request) => request.body);
    expect(after!['handle_id']).toBe(before!['handle_id']); // the old handle, which the new connection knows
    expect(janus.sockets).toBe(2);
    expect(told).toEqual([true]);
  });

  it('begins anew, and says so, when the session cannot be claimed', async () => {
    await reach();
    janus.onRequest = ({ janus: what, transaction, session_id }, socket) => {
      if (what === 'claim') socket.send(JSON.stringify({ janus: 'error', transaction, session_id, error: { code: 458, reason: 'No such session' } }));
      return what === 'claim';
    };
    janus.cut();
    await until('gone and back', () => told.length === 3);
    expect(told).toEqual([true, false, true]);
    await rooms.open(room);
  });

  it.each([
    ['tells that the session timed out', (sessionId: number) => JSON.stringify({ janus: 'timeout', session_id: sessionId })],
    ['no longer knows the session', (sessionId: number) => JSON.stringify({ janus: 'error', session_id: sessionId, error: { code: 458, reason: 'No such session' } })],
  ])('begins anew when Janus %s', async (_, message) => {
    await reach();
    janus.say(message(rooms.claimable.sessionId!));
    await until('gone and back', () => told.length === 3);
    expect(told).toEqual([true, false, true]);
    await rooms.open(room);
  });

  it('keeps the session alive, and finds out that Janus froze', async () => {
    await reach({ keepaliveMs: 100, requestLimitMs: 150 });
    await until('a few keepalives', () => janus.asked('keepalive').length >= 3);
    expect(told).toEqual([true]);
    janus.onRequest = () => true;
    await until('unavailable', () => told.length === 2);
    expect(rooms.available).toBe(false);
    await expect(rooms.open(room)).rejects.toEqual(refused('media-unavailable'));
    janus.onRequest = () => false;
    await until('back', () => told.length === 3);
  });

  it('comes up by itself when Janus was not there at first', async () => {
    const { url } = janus;
    await janus.stop();
    rooms = new JanusMediaRooms({ url, apiSecret: '', adminKey: '' }, { log: (line) => log.push(line), warn: (line) => log.push(line) }, new NoHandleBook());
    await rooms.connect();
    expect(rooms.available).toBe(false);
    expect(log.join()).toContain('ECONNREFUSED');
  });

  it('without an address is unavailable for good, and refuses', async () => {
    rooms = new JanusMediaRooms({ url: '', apiSecret: '', adminKey: '' }, { log: () => {}, warn: () => {} }, new NoHandleBook());
    await rooms.connect();
    expect(rooms.available).toBe(false);
    await expect(rooms.open(room)).rejects.toEqual(expect.objectContaining({ code: 'media-unavailable', status: 503 }));
    await expect(rooms.close(room)).rejects.toEqual(refused('media-unavailable'));
    await rooms.hangUp('anyone');
  });

  it('does not hold handles’ listeners after they ended', async () => {
    await reach();
    for (let round = 0; round < 30; round++) {
      await rooms.open({ ...room, id: `room-${round}` });
      janus.onRequest = ({ janus: what, transaction, session_id, handle_id }, socket) => {
        if (what !== 'detach') return false;
        socket.send(JSON.stringify({ janus: 'success', transaction, session_id }));
        socket.send(JSON.stringify({ janus: 'detached', session_id, sender: handle_id }));
        return true;
      };
      await rooms.close({ ...room, id: `room-${round}` });
    }
    const { session } = (rooms as unknown as { link: { session: { listeners(of: string): unknown[]; getPluginList(): unknown[] } } }).link;
    expect(session.getPluginList()).toHaveLength(1); // the one for the rooms as such
    expect(session.listeners('destroy').length).toBeLessThan(5);
  });
});
