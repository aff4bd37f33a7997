import type { FastifyReply, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const WAYS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};
type Way = keyof typeof WAYS;

/** Below this the header costs more than it saves. */
const WORTH_IT = 600;
const KEPT_AT_MOST = 500;

/** The best that the browser takes; null where it takes none. */
export function wayFor(request: Pick<FastifyRequest, 'headers'>): Way | null {
  const accepted = String(request.headers['accept-encoding'] ?? '').replace(/[a-z]+\s*;\s*q=0(\.0*)?(?=\s*(,|$))/gi, '');
  return /\bbr\b/i.test(accepted) ? 'br' : /\bgzip\b/i.test(accepted) ? 'gzip' : null;
}

/** What is the same for everybody, compressed once for all who get it. Nothing that holds a secret is given here. */
export class Compressed {
  private readonly kept = new Map<string, Promise<Buffer>>();

  /** @param name stands for these bytes and no others */
  async send(request: FastifyRequest, reply: FastifyReply, name: string, bytes: Buffer): Promise<void> {
    const way = bytes.length < WORTH_IT ? null : wayFor(request);
    void reply.header('vary', [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '));
    if (!way) return void reply.send(bytes);
    const key = `${way} ${name}`;
    const ready = this.kept.get(key) ?? WAYS[way](bytes);
    if (this.kept.size >= KEPT_AT_MOST && !this.kept.has(key)) this.kept.clear();
    this.kept.set(key, ready);
    const smaller = await ready;
    void reply.header('content-encoding', way).send(smaller);
  }
}
