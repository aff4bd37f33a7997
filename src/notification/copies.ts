import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { RegistrationFacts } from '../registration/events.js';
import { SessionAsPlanned, type SessionFacts, type TeammateFacts } from '../scheduling/events.js';
import { timeOf } from './as-told.js';
import type { Recipient } from './model/due-delivery.js';

/** Notification's own copies of sessions and of who gets mail about them. What is older than what it has, it ignores. */
@Injectable()
export class Copies {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
  ) {}

  async keepSession({ sessionId, when, host, ...facts }: SessionFacts): Promise<void> {
    const kept = await this.em.execute<object[]>(`
      insert into notification.session as known
        (id, workspace_id, slug, title, description, theme, status, time_zone, starts_at, ends_at, host_name, host_email, version, schedule_version, slot_version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set
        slug = excluded.slug, title = excluded.title, description = excluded.description, theme = excluded.theme, status = excluded.status,
        time_zone = excluded.time_zone, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
        host_name = excluded.host_name, host_email = excluded.host_email,
        version = excluded.version, schedule_version = excluded.schedule_version,
        slot_version = case when (known.starts_at, known.ends_at, known.time_zone) = (excluded.starts_at, excluded.ends_at, excluded.time_zone)
                            then known.slot_version else excluded.schedule_version end
        where known.version < excluded.version
      returning id`,
    [sessionId, facts.workspaceId, facts.slug, facts.title, facts.description, facts.theme, facts.status, when.timeZone, when.startsAt, when.endsAt,
      host.name, host.email, facts.version, facts.scheduleVersion, facts.scheduleVersion]);
    if (kept.length > 0) await this.keepHost({ sessionId, host, version: facts.version, timeZone: when.timeZone });
  }

  /** False where what it has is as new. */
  async keepRegistrant(facts: RegistrationFacts, since: string | null): Promise<boolean> {
    return (await this.keepRegistrants([{ ...facts, since }])).length > 0;
  }

  /** By one statement, in the order of their ids; @returns the ids of those of whom it had nothing as new. */
  async keepRegistrants(all: readonly (RegistrationFacts & { since: string | null })[]): Promise<string[]> {
    const sorted = [...all].sort((one, other) => (one.registrationId < other.registrationId ? -1 : 1));
    const kept = await this.em.execute<{ id: string }[]>(`
      insert into notification.recipient as known (id, session_id, role, email, name, time_zone, locale, status, offered_until, sealed_token, revision, version, since)
      select "registrationId", "sessionId", 'attendee', email, name, "timeZone", locale, status, "offeredUntil", "sealedToken", revision, version, coalesce(since, now())
        from jsonb_to_recordset(?::jsonb) as heard ("registrationId" uuid, "sessionId" uuid, email text, name text, "timeZone" text, locale text, status text,
             "offeredUntil" timestamptz, "sealedToken" text, revision int, version int, since timestamptz)
      on conflict (id) do update set
        email = excluded.email, name = excluded.name, time_zone = excluded.time_zone, locale = excluded.locale, status = excluded.status, offered_until = excluded.offered_until,
        sealed_token = excluded.sealed_token, revision = excluded.revision, version = excluded.version
        where known.version < excluded.version
      returning id`, [JSON.stringify(sorted)]);
    return kept.map(({ id }) => id);
  }

  /** A named host or speaker. Where they live nobody knows: the session's zone is theirs. False where what it has is as new. */
  async keepTeammate(facts: TeammateFacts): Promise<boolean> {
    const kept = await this.em.execute<object[]>(`
      insert into notification.recipient as known (id, session_id, role, email, name, time_zone, locale, status, sealed_token, revision, version, since)
      values (?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, now())
      on conflict (id) do update set
        email = excluded.email, name = excluded.name, locale = excluded.locale, status = excluded.status,
        sealed_token = excluded.sealed_token, revision = excluded.revision, version = excluded.version
        where known.version < excluded.version
      returning id`,
    [facts.teammateId, facts.sessionId, facts.role, facts.email, facts.name, facts.locale, facts.status === 'named' ? 'confirmed' : 'withdrawn', facts.sealedToken, facts.revision, facts.version]);
    return kept.length > 0;
  }

  /**
   * For facts that tell nobody anything.
   *
   * @throws where a fact that comes before, and is told, was not heard of yet: copied now, this would keep it from being told.
   */
  async refuseWhenEarly({ registrationId, status, version }: RegistrationFacts): Promise<void> {
    const [known] = await this.em.execute<{ status: string; version: number }[]>('select status, version from notification.recipient where id = ?', [registrationId]);
    if (!known || (known.version < version && known.status !== status)) throw new Error('What was decided about it before was not heard of yet: that comes first.');
  }

  /** Somebody may register before the session's own event arrives: then Scheduling is asked. False for one that is gone. */
  async haveSession(sessionId: string): Promise<boolean> {
    const [known] = await this.em.execute<object[]>('select 1 from notification.session where id = ?', [sessionId]);
    if (known) return true;
    const facts = await this.queries.execute(new SessionAsPlanned({ sessionId }));
    if (facts) await this.keepSession(facts);
    return facts !== null;
  }

  /** Leaves a stone with its version, or an event that comes late would bring it back. */
  async forgetSession(sessionId: string, version: number): Promise<void> {
    await this.em.execute('delete from notification.delivery where session_id = ?', [sessionId]);
    await this.em.execute('delete from notification.recipient where session_id = ?', [sessionId]);
    await this.em.execute('delete from notification.own_reminder where session_id = ?', [sessionId]);
    await this.em.execute(`
      insert into notification.session (id, workspace_id, slug, title, description, status, time_zone, starts_at, ends_at, host_name, host_email, version, schedule_version, slot_version)
      values (?, '', '', '', '', 'deleted', 'UTC', 'epoch', 'epoch', '', '', ?, 0, 0)
      on conflict (id) do update set slug = '', title = '', description = '', status = 'deleted', host_name = '', host_email = '', version = excluded.version`,
    [sessionId, version]);
  }

  /**
   * Who wants to be forgotten gets no more mail, and what was mailed is counted without saying to whom. A
   * stone with the version stays: what is heard late of them is older.
   */
  async forgetPerson({ id, sessionId, role, version }: { id: string; sessionId: string; role: Recipient['role']; version: number }): Promise<void> {
    await this.em.execute(`
      insert into notification.recipient (id, session_id, role, email, name, time_zone, locale, status, sealed_token, revision, version, since)
      values (?, ?, ?, '', '', 'UTC', 'en', 'withdrawn', null, 0, ?, now())
      on conflict (id) do update set email = '', name = '', sealed_token = null, status = 'withdrawn', version = excluded.version`,
    [id, sessionId, role, version]);
    // A mail server's answers quote addresses. The fence: whoever holds one of these now books nothing any more.
    await this.em.execute(`
      update notification.delivery set last_answer = null, message = null, fence = fence + 1, leased_until = null,
             status = case when status in ('queued', 'deferred') then 'superseded' else status end
       where recipient_id = ?`, [id]);
    await this.em.execute('update notification.happening set answer = null where delivery_id in (select id from notification.delivery where recipient_id = ?)', [id]);
  }

  /** The host gets mail like a registrant. They have no registration, so their row bears the session's id. */
  private async keepHost({ sessionId, host, version, timeZone }: { sessionId: string; host: SessionFacts['host']; version: number; timeZone: string }): Promise<void> {
    await this.em.execute(`
      insert into notification.recipient as known (id, session_id, role, email, name, time_zone, locale, status, revision, version, since, first_told)
      select ?, ?, 'host', ?, ?, ?, 'en', 'confirmed', 0, ?, now(), ${timeOf('session')} from notification.session where id = ?
      on conflict (id) do update set email = excluded.email, name = excluded.name, time_zone = excluded.time_zone, version = excluded.version
        where known.version < excluded.version`,
    [sessionId, sessionId, host.email, host.name, timeZone, version, sessionId]);
  }
}
