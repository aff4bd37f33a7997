import { randomBytes } from 'node:crypto';
import { connect, type Socket as Wire } from 'node:net';
import { Configuration } from '../../src/platform/config/configuration.js';
import { Strangers } from '../../src/platform/realtime/strangers.js';
import { openHouse, type House, type Organizer } from '../http/house.js';
import { Socket } from '../http/socket.js';

/** A frame as RFC 6455 has it, or as it does not. */
function frame(opcode: number, payload: Buffer | string, { fin = true, masked = true, rsv = 0, length }: { fin?: boolean; masked?: boolean; rsv?: number; length?: bigint } = {}): Buffer {
  const data = Buffer.from(payload);
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  const said = length ?? BigInt(data.length);
  const head = said < 126n ? Buffer.from([first, Number(said)]) : said < 65_536n ? Buffer.from([first, 126, Number(said >> 8n), Number(said & 255n)]) : Buffer.alloc(10);
  if (said >= 65_536n) {
    head.set([first, 127]);
    head.writeBigUInt64BE(said, 2);
  }
  if (!masked) return Buffer.concat([head, data]);
  head[1]! |= 0x80;
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, data.map((byte, at) => byte ^ mask[at % 4]!)]);
}

const TEXT = 1;
const CONTINUED = 0;
const PING = 9;

describe('frames that no browser sends', () => {
  let house: House;
  let ada: Organizer;
  const wires: Wire[] = [];
  beforeAll(async () => {
    house = await openHouse('raw frames');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterEach(() => wires.splice(0).forEach((wire) => wire.destroy()));
  afterAll(() => house?.close());

  /** Through the handshake, by hand; what comes is kept as it comes. */
  const opened = async (): Promise<{ wire: Wire; came: () => Buffer; ended: Promise<Buffer> }> => {
    const wire = connect(house.port, '127.0.0.1');
    wires.push(wire);
    wire.on('error', () => undefined);
    let came = Buffer.alloc(0);
    wire.on('data', (data) => void (came = Buffer.concat([came, data])));
    const ended = new Promise<Buffer>((closed) => wire.on('close', () => closed(came)));
    wire.write(`GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`);
    await house.until('the handshake', async () => came.includes('\r\n\r\n'));
    expect(came.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /);
    came = came.subarray(came.indexOf('\r\n\r\n') + 4);
    return { wire, came: () => came, ended };
  };
  const closeCode = (came: Buffer): number | null => {
    const at = came.lastIndexOf(0x88);
    return at < 0 || came.length < at + 4 ? null : came.readUInt16BE(at + 2);
  };
  const ticket = async (): Promise<string> => (await house.http.post('/api/join').send({ slug: (await house.schedule(ada)).slug, name: 'G' })).body.ticket as string;
  const everybodyElseIsWell = async (): Promise<void> => {
    const socket = await Socket.with(house.address, await ticket());
    expect(await socket.ask({ type: 'sync' })).toBe('done');
    socket.terminate();
  };

  it.each<[string, () => Buffer[], number]>([
    ['an opcode that there is not', () => [frame(3, 'x')], 1002],
    ['a control opcode that there is not', () => [frame(0xb, 'x')], 1002],
    ['no mask', () => [frame(TEXT, '{"type":"sync"}', { masked: false })], 1002],
    ['a reserved bit', () => [frame(TEXT, 'x', { rsv: 4 })], 1002],
    ['a continuation of nothing', () => [frame(CONTINUED, 'x')], 1002],
    ['a second beginning before the first one’s end', () => [frame(TEXT, 'a', { fin: false }), frame(TEXT, 'b')], 1002],
    ['a ping in parts', () => [frame(PING, 'x', { fin: false })], 1002],
    ['a ping that is too long', () => [frame(PING, 'x'.repeat(126))], 1002],
    ['text that is none', () => [frame(TEXT, Buffer.from([0xff, 0xfe, 0xc0]))], 1007],
    ['100 MiB announced', () => [frame(TEXT, 'x', { length: 104_857_600n })], 1009],
    ['more than a number holds announced', () => [frame(TEXT, 'x', { length: 1n << 62n })], 1009],
    ['parts without end', () => [frame(TEXT, 'x'.repeat(8_000), { fin: false }), ...Array.from({ length: 40 }, () => frame(CONTINUED, 'x'.repeat(8_000), { fin: false }))], 1009],
    ['a hundred KiB before a hello', () => [frame(TEXT, 'x'.repeat(100_000))], 1009],
    ['bytes as a hello', () => [frame(2, 'x')], 4401],
    ['a flood before a hello', () => Array.from({ length: 200 }, () => frame(TEXT, '{"type":"sync"}')), 4401],
  ])('%s: the socket is closed, and told why', async (_, frames, code) => {
    const { wire, came, ended } = await opened();
    for (const one of frames()) wire.write(one);
    await house.until('its close code', async () => closeCode(came()) !== null);
    expect(closeCode(came())).toBe(code);
    wire.destroy();
    await ended;
    await everybodyElseIsWell();
  });

  it('a hello in three parts is a hello; who is known may send as much as a description of many tiles needs', async () => {
    const { wire, came } = await opened();
    const hello = JSON.stringify({ type: 'hello', ticket: await ticket() });
    wire.write(Buffer.concat([frame(TEXT, hello.slice(0, 5), { fin: false }), frame(PING, 'between'), frame(CONTINUED, hello.slice(5, 9), { fin: false }), frame(CONTINUED, hello.slice(9))]));
    await house.until('the state', async () => came().includes('"type":"state"'));
    wire.write(frame(TEXT, JSON.stringify({ type: 'received', id: 'large', sdp: 'x'.repeat(300_000) })));
    await house.until('its answer', async () => came().includes('"id":"large"'));
    expect(closeCode(came())).toBeNull();
  });

  it('half a frame, and then nothing, is let go after its five seconds', async () => {
    const { wire, came } = await opened();
    wire.write(frame(TEXT, 'x'.repeat(1_000)).subarray(0, 100));
    await house.until('it was let go', async () => closeCode(came()) === 4401);
  });

  it('who never reads is not waited for: the others hear all of it, and it is gone', async () => {
    const session = await house.schedule(ada);
    const enter = async (name: string) => (await house.http.post('/api/join').send({ slug: session.slug, name })).body.ticket as string;
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
    const { wire, came, ended } = await opened();
    wire.write(frame(TEXT, JSON.stringify({ type: 'hello', ticket: await enter('Deaf') })));
    await house.until('the state', async () => came().includes('"type":"state"'));
    wire.pause();
    const talkers = await Promise.all(Array.from({ length: 4 }, async (_, one) => Socket.with(house.address, await enter(`T${one}`))));
    let gone = false;
    void ended.then(() => (gone = true));
    const { randomUUID } = await import('node:crypto');
    let said = 0;
    // What lies unsent is bounded; the kernels at both ends take some megabytes before.
    await house.until('the deaf one is gone', async () => {
      for (const talker of talkers) talker.say({ type: 'say', message: randomUUID(), to: 'everyone', text: 'x'.repeat(1_900) });
      said += 1;
      await new Promise((later) => setTimeout(later, 170));
      const { rows } = await house.database.query(`select present from conferencing.seat where session_id = $1 and name = 'Deaf'`, [session.id]);
      return gone || !(rows[0] as { present: boolean }).present || said > 100_000;
    }, 60_000);
    expect(await talkers[0]!.ask({ type: 'sync' })).toBe('done');
    talkers.forEach((talker) => talker.terminate());
  }, 90_000);
});

describe('sockets of strangers', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse('strangers', { RATE_LIMIT_FACTOR: '0.02' });
  }, 120_000);
  afterAll(() => house?.close());

  it('are bounded for each network; when they have gone, others may come', async () => {
    const first = await Promise.all(Array.from({ length: 10 }, () => Socket.to(house.address)));
    await expect(Socket.to(house.address)).rejects.toThrow('503');
    expect(new Set(await Promise.all(first.map(({ closed }) => closed)))).toEqual(new Set([4401])); // no hello
    const next = await Socket.to(house.address);
    next.terminate();
  });
});

describe('the network that a socket comes from', () => {
  const strangers = (proxies: string): Strangers => new Strangers(new Configuration({ DATABASE_URL: 'x', SMTP_URL: 'x', FOYER_SECRET: 'x'.repeat(32), TRUSTED_PROXIES: proxies }));
  const from = (remoteAddress: string, forwarded?: string) => ({ socket: { remoteAddress }, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }) as never;

  it('is what the last unknown address says, and nothing that its sender wrote in front', () => {
    expect(strangers('').networkOf(from('192.0.2.1', '198.51.100.7'))).toBe('192.0.2.1');
    expect(strangers('10.0.0.0/8').networkOf(from('10.1.2.3', '203.0.113.5, 198.51.100.7'))).toBe('198.51.100.7');
    expect(strangers('10.0.0.0/8, 198.51.100.7').networkOf(from('::ffff:10.1.2.3', '203.0.113.5, 198.51.100.7'))).toBe('203.0.113.5');
    expect(strangers('10.0.0.0/8').networkOf(from('10.1.2.3', '2001:db8:1:2:3::4'))).toBe('2001:db8:1:2');
  });

  it('is counted up and down, and forgotten', () => {
    const all = strangers('');
    const sockets = Array.from({ length: 500 }, () => ({}));
    for (const socket of sockets) all.came(socket, 'n');
    expect([all.isFull('n'), all.isFull('other')]).toEqual([true, false]);
    for (const socket of sockets) all.isNone(socket);
    expect(all.isFull('n')).toBe(false);
  });
});
