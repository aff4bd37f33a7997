import { Migration } from '@mikro-orm/migrations';

/** What an instance holds at the media gateway, so that another one can take it over while the media goes on. */
export class JanusHandles extends Migration {
  override up(): void {
    // Unlogged: after a crash of PostgreSQL the instance still knows; only if both fall is everything negotiated anew.
    this.addSql(`create unlogged table conferencing.janus_handle (
      session_id bigint not null,
      handle_id bigint not null,
      instance text not null,
      held_as text not null,
      room_id text not null,
      seat_id uuid,
      feed_id text,
      private_id bigint,
      settled boolean not null,
      streams jsonb,
      primary key (session_id, handle_id)
    )`);
    this.addSql('create index on conferencing.janus_handle (instance)');
  }
}
