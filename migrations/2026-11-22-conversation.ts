import { Migration } from '@mikro-orm/migrations';

/** What is said, asked, voted and raised in a room. */
export class Conversation extends Migration {
  override up(): void {
    // One row for each room that talks. Its lock puts changes in an order that commits in that order.
    this.addSql(`
      create table conferencing.talk (
        session_id uuid primary key,
        number int not null,
        hands int not null default 0,
        rules int not null default 0,
        anonymous_questions boolean not null default false
      )`);
    this.addSql(`comment on column conferencing.talk.number is 'rises with each change; each row below carries the number of its last one'`);
    this.addSql(`comment on column conferencing.talk.hands is 'the number of the last change of raised hands; rules: of what may be asked'`);
    this.addSql(`
      create table conferencing.chat_message (
        id uuid primary key,
        session_id uuid not null,
        number int not null,
        place_in_order int not null,
        seat_id uuid not null,
        reaches text not null check (reaches in ('everyone', 'team', 'hosts', 'direct')),
        to_seat_id uuid check ((to_seat_id is not null) = (reaches = 'direct')),
        words text,
        said_at timestamptz not null default now()
      )`);
    this.addSql(`comment on column conferencing.chat_message.id is 'made by the browser: what is sent again after a lost answer is there once'`);
    this.addSql('create index chat_message_by_number on conferencing.chat_message (session_id, number)');
    this.addSql('create index chat_message_by_order on conferencing.chat_message (session_id, place_in_order)');
    this.addSql('create index chat_message_by_seat on conferencing.chat_message (seat_id, said_at)');
    this.addSql(`
      create table conferencing.raised_hand (
        seat_id uuid primary key,
        session_id uuid not null,
        place_in_order int not null,
        raised_at timestamptz not null default now()
      )`);
    this.addSql('create index raised_hand_by_session on conferencing.raised_hand (session_id, place_in_order)');
    this.addSql(`
      create table conferencing.question (
        id uuid primary key,
        session_id uuid not null,
        number int not null,
        place_in_order int not null,
        seat_id uuid not null,
        anonymous boolean not null,
        words text,
        status text not null default 'open' check (status in ('open', 'answered', 'dismissed')),
        answer text,
        votes int not null default 0,
        asked_at timestamptz not null default now(),
        settled_at timestamptz
      )`);
    this.addSql('create index question_by_number on conferencing.question (session_id, number)');
    this.addSql('create index question_by_seat on conferencing.question (seat_id, asked_at)');
    this.addSql(`
      create table conferencing.question_vote (
        question_id uuid not null references conferencing.question on delete cascade,
        seat_id uuid not null,
        primary key (question_id, seat_id)
      )`);
    this.addSql(`
      create table conferencing.poll (
        id uuid primary key,
        session_id uuid not null,
        number int not null,
        counted int not null,
        place_in_order int not null,
        question text not null,
        options jsonb not null,
        multiple boolean not null,
        status text not null default 'draft' check (status in ('draft', 'open', 'closed', 'dropped')),
        shared boolean not null default false,
        made_at timestamptz not null default now(),
        opened_at timestamptz,
        closed_at timestamptz
      )`);
    this.addSql(`comment on column conferencing.poll.counted is 'the number of the last ballot; number: of the last change of the poll itself'`);
    this.addSql('create index poll_by_session on conferencing.poll (session_id, place_in_order)');
    this.addSql(`
      create table conferencing.ballot (
        poll_id uuid not null references conferencing.poll on delete cascade,
        seat_id uuid not null,
        choices int[] not null,
        primary key (poll_id, seat_id)
      )`);
  }
}
