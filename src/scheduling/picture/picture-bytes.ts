import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '../../platform/model/refusal.js';
import type { PictureType, PlainPicture } from '../model/picture/picture.js';

/** What stands at a picture's address, for whoever may see the session. */
export class PictureBytes extends Query<{ type: PictureType; bytes: Buffer }> {
  constructor(
    readonly slug: string,
    readonly hash: string,
  ) {
    super();
  }
}

@QueryHandler(PictureBytes)
export class PictureBytesHandler implements IQueryHandler<PictureBytes> {
  constructor(private readonly em: EntityManager) {}

  async execute({ slug, hash }: PictureBytes): Promise<{ type: PictureType; bytes: Buffer }> {
    const [picture] = await this.em.execute<{ type: PictureType; bytes: Buffer }[]>(
      'select picture.type, picture.bytes from scheduling.picture join scheduling.session on session.id = picture.session_id where session.slug = ? and picture.hash = ?', [slug, hash]);
    if (!picture) throw new NotFound('picture');
    return picture;
  }
}

/** In the transaction that tells of it. */
export async function keepBytes(em: EntityManager, sessionId: string, hash: string, { type, bytes }: PlainPicture): Promise<void> {
  await em.execute(
    'insert into scheduling.picture (session_id, hash, type, bytes) values (?, ?, ?, ?) on conflict (session_id) do update set hash = excluded.hash, type = excluded.type, bytes = excluded.bytes', [sessionId, hash, type, bytes]);
}

export async function forgetBytes(em: EntityManager, sessionId: string): Promise<void> {
  await em.execute('delete from scheduling.picture where session_id = ?', [sessionId]);
}

/** Whether the copy has the picture that it tells of; false where the original's was changed at this moment. */
export async function copiedPicture(em: EntityManager, from: { id: string }, to: { id: string; picture: { hash: string } | null }): Promise<boolean> {
  const copied = await em.execute<object[]>(
    'insert into scheduling.picture (session_id, hash, type, bytes) select ?, hash, type, bytes from scheduling.picture where session_id = ? and hash = ? returning session_id', [to.id, from.id, to.picture?.hash ?? '']);
  return copied.length === 1;
}
