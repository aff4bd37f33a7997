import type { FastifyReply, FastifyRequest } from 'fastify';
import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { NotFound } from '../../platform/model/refusal.js';

/** A recording's bytes, whole or the one range that was asked for: a player jumps about in it. */
export async function sendFile(path: string, name: string, request: FastifyRequest, reply: FastifyReply): Promise<ReadStream | null> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new NotFound('recording');
  const { size } = found;
  void reply.headers({
    'content-type': path.endsWith('.webm') ? 'video/webm' : 'audio/ogg',
    'content-disposition': `inline; filename="${name}"`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
  });
  const range = rangeOf(request.headers.range, size);
  if (range === 'none') {
    void reply.status(416).header('content-range', `bytes */${size}`);
    return null;
  }
  const { from, to } = range ?? { from: 0, to: size - 1 };
  if (range) void reply.status(206).header('content-range', `bytes ${from}-${to}/${size}`);
  void reply.header('content-length', to - from + 1);
  return createReadStream(path, { start: from, end: to });
}

/** Null for the whole, also where several ranges or other units are asked for; `none` where it lies outside. */
export function rangeOf(header: string | undefined, size: number): { from: number; to: number } | null | 'none' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return from >= size || (first === '' && Number(last) === 0) ? 'none' : { from, to };
}
