import { randomUUID } from 'node:crypto';
import { isAddress, sameAddressKey } from '../../platform/model/address.js';
import { Aggregate } from '../../platform/model/aggregate.js';
import { Invalid, Refusal, type Mistake } from '../../platform/model/refusal.js';
import {
  TeammateErased,
  TeammateLinkAskedAgain,
  TeammateLinkRotated,
  TeammateNamed,
  TeammateRemoved,
  type TeamRole,
  type TeammateFacts,
  type TeammateStatus,
} from '../events.js';

/** Whom an organizer wants on the team. */
export interface NamedPerson {
  role: TeamRole;
  name: string;
  email: string;
  /** BCP 47, as the organizer thinks that they read. */
  locale?: string;
  /** The account of a member of the workspace. */
  userId?: string;
}

/** A link to the room, as it is kept: never in clear. */
export interface KeptLink {
  tokenHash: string;
  sealedToken: string;
}

const MAX_NAME = 100;
/** Only against a flood of facts: whether a mail went out within the last minute is known where mails are sent. */
const LINK_AGAIN_AFTER_MS = 5_000;
const LOCALE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;

/** Somebody named as a host or speaker of one session, with a link of their own. What tells who it is becomes null once it is erased. */
export class Teammate extends Aggregate<Teammate> {
  readonly id: string = randomUUID();
  readonly sessionId!: string;
  readonly role!: TeamRole;
  readonly userId!: string | null;
  readonly name!: string | null;
  readonly email!: string | null;
  readonly emailKey!: string | null;
  readonly locale!: string;
  readonly status: TeammateStatus = 'named';
  readonly tokenHash!: string | null;
  readonly sealedToken!: string | null;
  readonly revision: number = 0;
  readonly namedAt!: Date;
  readonly linkAskedAt!: Date;
  readonly erasedAt: Date | null = null;
  /** Counts saves; the ORM raises it and refuses the second of two writers. */
  readonly version: number = 1;

  /** @throws Invalid naming every mistake where it stands. */
  constructor(sessionId: string, person: NamedPerson, link: KeptLink, now: Date) {
    super();
    const { role, userId = null, locale = 'en' } = person;
    const [name, email] = [person.name.trim(), person.email.trim()];
    const mistakes = [...mistakesInName(name), ...mistakesInAddress(email), ...mistakesInLocale(locale)];
    if (mistakes.length > 0) throw new Invalid(mistakes);
    this.become({ ...link, sessionId, role, userId, name, email, emailKey: sameAddressKey(email), locale, namedAt: now, linkAskedAt: now });
    this.record(new TeammateNamed({ ...this.facts(), namedAt: now.toISOString() }));
  }

  /** A new link; the old one opens nothing any more, and whoever came in by it is shown out. */
  rotateLink(link: KeptLink, now: Date): void {
    this.refuseWhenRemoved();
    this.become({ ...link, revision: this.revision + 1, linkAskedAt: now });
    this.record(new TeammateLinkRotated({ ...this.facts(this.version + 1), rotatedAt: now.toISOString() }));
  }

  /** The link once more into the mailbox, unless a mail with it has just gone: that is decided where mails are sent. */
  sendLinkAgain(now: Date): void {
    this.refuseWhenRemoved();
    if (now.getTime() - this.linkAskedAt.getTime() < LINK_AGAIN_AFTER_MS) return;
    this.become({ linkAskedAt: now });
    this.record(new TeammateLinkAskedAgain({ teammateId: this.id, sessionId: this.sessionId, askedAt: now.toISOString() }));
  }

  /** Done twice it is done once. */
  remove(now: Date): void {
    if (this.status === 'removed') return;
    this.become({ status: 'removed', revision: this.revision + 1 });
    this.record(new TeammateRemoved({ ...this.facts(this.version + 1), removedAt: now.toISOString() }));
  }

  /** Forgets who it was, and with that the seat and the link. */
  erase(now: Date): void {
    if (this.erasedAt) return;
    this.become({ userId: null, name: null, email: null, emailKey: null, tokenHash: null, sealedToken: null, status: 'removed', erasedAt: now });
    this.record(new TeammateErased({ teammateId: this.id, sessionId: this.sessionId, role: this.role, erasedAt: now.toISOString(), version: this.version + 1 }));
  }

  facts(version = this.version): TeammateFacts {
    const { id, sessionId, role, name, email, locale, status, sealedToken, revision } = this;
    if (name === null || email === null || sealedToken === null) throw new Refusal('teammate-erased', 'It was erased: nothing is known of it.', 410);
    return { teammateId: id, sessionId, role, name, email, locale, status, sealedToken, revision, version };
  }

  private refuseWhenRemoved(): void {
    if (this.status === 'removed') throw new Refusal('teammate-removed', 'They are no longer on the team: name them anew.');
  }
}

function mistakesInName(name: string): Mistake[] {
  const at = (code: string, detail: string): Mistake[] => [{ pointer: '/name', code, detail }];
  if (!name) return at('required', 'Give their name.');
  if (name.length > MAX_NAME) return at('too-long', `At most ${MAX_NAME} characters, please.`);
  return /[\u0000-\u001f\u007f]/.test(name) || !name.isWellFormed() ? at('characters', 'It contains characters that cannot be stored.') : [];
}

const mistakesInAddress = (email: string): Mistake[] => (isAddress(email) ? [] : [{ pointer: '/email', code: 'address', detail: 'That does not look like an e-mail address.' }]);

const mistakesInLocale = (locale: string): Mistake[] => (LOCALE.test(locale) ? [] : [{ pointer: '/locale', code: 'locale', detail: 'Choose a language.' }]);
