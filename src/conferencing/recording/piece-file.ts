import { open } from 'node:fs/promises';

export type RecordedKind = 'sound' | 'picture' | 'screen-sound' | 'screen';
export const RECORDED_KINDS: readonly RecordedKind[] = ['sound', 'picture', 'screen-sound', 'screen'];

export interface Head {
  type: 'audio' | 'video';
  startedAt: Date;
}

/** The first two sections of who sends are microphone and camera; those after them are the screen's. */
const FIRST_OF_SCREEN = 2;

/** What Janus says at the beginning of a piece: `MJR00002`, the length, JSON. Null where nothing came after the opening. */
export async function readHead(path: string): Promise<Head | null> {
  const start = await part(path, 0, 4_096);
  if (start.length < 10 || start.toString('latin1', 0, 5) !== 'MJR00') return null;
  const length = start.readUInt16BE(8);
  const { t, u, s } = JSON.parse(start.toString('utf8', 10, 10 + length)) as { t: string; u?: number; s: number };
  const frames = (await sizeOf(path)) > 10 + length;
  return frames ? { type: t === 'a' ? 'audio' : 'video', startedAt: new Date((u ?? s) / 1_000) } : null;
}

/** Janus names a piece by kind and place: `…-audio-0.mjr`. */
export function kindOf(path: string, type: Head['type']): RecordedKind {
  const [, place = '0'] = /-(\d+)\.mjr$/.exec(path) ?? [];
  const screen = Number(place) >= FIRST_OF_SCREEN;
  return type === 'audio' ? (screen ? 'screen-sound' : 'sound') : screen ? 'screen' : 'picture';
}

/** How long a playable file lasts (ms): as WebM says at its beginning, as Ogg says on its last page. */
export async function lengthOf(path: string): Promise<number> {
  return path.endsWith('.webm') ? webmLength(await part(path, 0, 16_384)) : oggLength(await part(path, Math.max(0, (await sizeOf(path)) - 131_072), 131_072));
}

/** The element `Duration` (0x4489), 8 bytes, in the milliseconds of the default scale. */
export function webmLength(start: Buffer): number {
  const at = start.indexOf(Buffer.from([0x44, 0x89, 0x88]));
  return at < 0 || at + 11 > start.length ? 0 : Math.round(start.readDoubleBE(at + 3));
}

/** The granule position of the last page: samples of 48 kHz. */
export function oggLength(end: Buffer): number {
  const at = end.lastIndexOf('OggS', undefined, 'latin1');
  return at < 0 || at + 14 > end.length ? 0 : Math.max(0, Math.round(Number(end.readBigInt64LE(at + 6)) / 48));
}

async function part(path: string, from: number, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  const file = await open(path);
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
