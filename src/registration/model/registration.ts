import { randomUUID } from 'node:crypto';
import { Aggregate } from '../../platform/model/aggregate.js';
import { Invalid, type Mistake } from '../../platform/model/refusal.js';
import { isTimeZone } from '../../platform/model/wall-time.js';
import type { FormField } from '../../scheduling/events.js';
import { AttendeeRegistered, type Answers, type RegistrationFacts, type RegistrationStatus } from '../events.js';
import { isAddress, sameAddressKey } from './address.js';
import { judgeAnswers } from './answers.js';

/** What somebody typed into the registration page. */
export interface Application {
  email: string;
  name: string;
  answers: Readonly<Record<string, unknown>>;
  timeZone?: string;
  locale?: string;
}

/** A link to the room, as it is kept: never in clear. */
export interface KeptLink {
  tokenHash: string;
  sealedToken: string;
}

export const MAX_NAME = 100;

/** A person's claim on a seat, by e-mail address. */
export class Registration extends Aggregate<Registration> {
  readonly id: string = randomUUID();
  readonly sessionId!: string;
  readonly email!: string;
  readonly emailKey!: string;
  readonly name!: string;
  readonly answers!: Answers;
  readonly timeZone!: string;
  readonly locale!: string;
  readonly status: RegistrationStatus = 'confirmed';
  readonly tokenHash!: string;
  readonly sealedToken!: string;
  readonly revision: number = 0;
  readonly registeredAt!: Date;
  readonly version: number = 1;

  /** @throws Invalid naming every mistake in the application where it stands. */
  constructor(session: { sessionId: string; form: readonly FormField[]; timeZone: string }, application: Application, link: KeptLink, now: Date) {
    super();
    const email = application.email.trim();
    const name = application.name.trim();
    const { answers, mistakes } = judgeAnswers(session.form, application.answers);
    const all = [...mistakesInPerson(email, name), ...mistakes];
    if (all.length > 0) throw new Invalid(all);
    this.become({
      ...link,
      sessionId: session.sessionId,
      email,
      emailKey: sameAddressKey(email),
      name,
      answers,
      // A browser may report a zone that this server does not know: the session's is then the best guess.
      timeZone: application.timeZone && isTimeZone(application.timeZone) ? application.timeZone : session.timeZone,
      locale: application.locale && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(application.locale) ? application.locale : 'en',
      registeredAt: now,
    });
    this.record(new AttendeeRegistered({ ...this.facts(), registeredAt: now.toISOString() }));
  }

  facts(version = this.version): RegistrationFacts {
    const { sessionId, email, name, timeZone, locale, status, sealedToken, revision } = this;
    return { registrationId: this.id, sessionId, email, name, timeZone, locale, status, sealedToken, revision, version };
  }
}

function mistakesInPerson(email: string, name: string): Mistake[] {
  const mistakes: Mistake[] = [];
  if (!email) mistakes.push({ pointer: '/email', code: 'required', detail: 'Please give your e-mail address.' });
  else if (!isAddress(email)) mistakes.push({ pointer: '/email', code: 'address', detail: 'That does not look like an e-mail address.' });
  if (!name) mistakes.push({ pointer: '/name', code: 'required', detail: 'Please give your name.' });
  else if (name.length > MAX_NAME) mistakes.push({ pointer: '/name', code: 'too-long', detail: `At most ${MAX_NAME} characters, please.` });
  else if (/[\u0000-\u001f\u007f]/.test(name) || !name.isWellFormed()) mistakes.push({ pointer: '/name', code: 'characters', detail: 'It contains characters that cannot be stored.' });
  return mistakes;
}
