import { readPacket, type Packet } from './rtp-packet.js';
import { WholeFrames } from './whole-frames.js';

const KEY = [0x90, 0x80, 0x01, 0x10]; // begins a frame, with a number of seven bits; the frame is a key frame
const DELTA = [0x90, 0xe0, 0x81, 0x02, 0x07, 0x40, 0x11]; // begins a frame, with all that may stand before it; it builds upon others
const MORE = [0x80, 0x80, 0x01, 0x99];

function packet(sequence: number, payload: number[], { last = false, ssrc = 7, padding = 0 } = {}): Packet {
  const rtp = [0x90 | (padding ? 0x20 : 0), (last ? 0x80 : 0) | 96, sequence >> 8, sequence & 255, 0, 0, 0, sequence >> 4, 0, 0, 0, ssrc, 0xbe, 0xde, 0, 1, 0x10, 0, 0, 0, ...payload, ...(padding ? [...Array(padding - 1).fill(0), padding] : [])];
  return readPacket(Buffer.from([...Buffer.from('MEET'), 0, 0, 0, sequence & 255, 0, rtp.length, ...rtp]))!;
}
const key = (from: number) => [packet(from, KEY), packet(from + 1, MORE, { last: true })];
const delta = (from: number) => [packet(from, DELTA), packet(from + 1, MORE), packet(from + 2, MORE, { last: true })];

/** Which packets are left, by number. */
function left(packets: Packet[]): number[] {
  const frames = new WholeFrames();
  return [...packets.flatMap((one) => frames.take(one)), ...frames.end()].map(({ sequence }) => sequence);
}

describe('the whole frames of a recorded piece', () => {
  it('are all of it where nothing was lost', () => expect(left([...key(10), ...delta(12), ...delta(15)])).toEqual([10, 11, 12, 13, 14, 15, 16, 17]));
  it('begin with a key frame', () => expect(left([packet(8, MORE, { last: true }), ...delta(9), ...key(12), ...delta(14)])).toEqual([12, 13, 14, 15, 16]));
  it('end where something is missing, until the next key frame', () => {
    const [first, , third] = delta(12);
    expect(left([...key(10), first!, third!, ...delta(15), ...key(18), ...delta(20)])).toEqual([10, 11, 18, 19, 20, 21, 22]);
  });
  it('end where a whole frame is missing', () => expect(left([...key(10), ...delta(15), ...key(18)])).toEqual([10, 11, 18, 19]));
  it('leave out the one in which the recording ended', () => expect(left([...key(10), packet(12, DELTA), packet(13, MORE)])).toEqual([10, 11]));
  it('are put in order, each packet once', () => {
    const [first, second, third] = delta(12);
    expect(left([...key(10), third!, first!, third!, ...delta(15), second!])).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
  });
  it('go on where numbers begin anew', () => expect(left([...key(65_533), packet(65_535, DELTA), packet(0, MORE, { last: true }), ...delta(1)])).toEqual([65_533, 65_534, 65_535, 0, 1, 2, 3]));
  it('are not torn by what is sent to find out what the network can take', () => expect(left([...key(10), packet(12, [], { padding: 30 }), ...delta(13)])).toEqual([10, 11, 13, 14, 15]));
  it('are those of one source', () => expect(left([...key(10), packet(300, KEY, { ssrc: 9, last: true }), ...delta(12)])).toEqual([10, 11, 12, 13, 14]));
  it('are given while the piece is still read', () => {
    const frames = new WholeFrames();
    const sure = Array.from({ length: 400 }, (_, n) => delta(12 + 3 * n)).flat();
    expect([...key(10), ...sure].flatMap((one) => frames.take(one)).length).toBeGreaterThan(600);
  });
  it('take no packet that cannot be read', () => {
    for (const bytes of [[], [0x90], [0x00, ...Array(20).fill(0)], [0x90, 96, ...Array(10).fill(0)], [0xa0, 96, ...Array(9).fill(0), 200]]) {
      expect(readPacket(Buffer.from([...Buffer.from('MEET'), 0, 0, 0, 0, 0, bytes.length, ...bytes]))).toBeNull();
    }
  });
});
