import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { WayOfRegistrant, type StepOnTheWay } from '../conferencing/events.js';
import { MailsToPerson, type MailToPerson } from '../notification/events.js';
import type { Turn } from './turns.js';

export interface Told {
  at: string;
  what: StepOnTheWay['what'] | Turn | 'registered' | 'mail';
  detail: string | null;
  mail: { kind: MailToPerson['kind']; minutesBefore: number | null; event: string } | null;
}

/** Everything that became of one registrant, from the registering to the leaving, in the order in which it happened. */
@Injectable()
export class Happenings {
  constructor(
    private readonly queries: QueryBus,
    private readonly em: EntityManager,
  ) {}

  async of({ sessionId, registrationId, registeredAt }: { sessionId: string; registrationId: string; registeredAt: string }): Promise<Told[]> {
    const turns = await this.em.fork().execute<{ at: Date; what: Turn }[]>('select at, what from reporting.turn where registration_id = ? and session_id = ? order by version', [registrationId, sessionId]);
    const [mails, way] = await Promise.all([this.queries.execute(new MailsToPerson(sessionId, registrationId)), this.queries.execute(new WayOfRegistrant(sessionId, registrationId))]);
    const events: Told[] = [
      { at: registeredAt, what: 'registered', detail: null, mail: null },
      ...turns.map(({ at, what }) => ({ at: new Date(at).toISOString(), what, detail: null, mail: null })),
      ...mails.flatMap(({ kind, minutesBefore, history }) => history.map(({ at, event, answer }) => ({ at, what: 'mail' as const, detail: answer, mail: { kind, minutesBefore, event } }))),
      ...way.map((step) => ({ ...step, mail: null })),
    ];
    return events.sort((a, b) => a.at.localeCompare(b.at));
  }
}
