import { Invalid, Refusal } from '../../platform/model/refusal.js';
import { instantByRulesNow, instantOf, wallTimeOf, type Occurrence } from '../../platform/model/wall-time.js';
import { NO_TERMS, type Closing, type Terms } from '../events.js';

/** What an organizer asks for; what is not named stays as it was. */
export interface DraftTerms {
  approval?: boolean;
  capacity?: number | null;
  /** Null: a freed seat is given at once. */
  waitlistOfferHours?: number | null;
  /** `wallTime` in the session's zone. */
  closing?: { wallTime: string; occurrence?: Occurrence } | null;
}

export const MAX_CAPACITY = 1_000_000;
/** A fortnight: longer, and a seat stands empty for longer than a session is usually planned ahead. */
export const MAX_OFFER_HOURS = 336;

/**
 * The terms as stored, from what they were and what is asked for. A closing hour that stays keeps its instant, for
 * that is what people were told; in another zone the same wall time means another one.
 *
 * @throws Refusal `wall-time-skipped`, Invalid for a time or a number that is none.
 */
export function termsFrom(draft: DraftTerms, before: { terms: Terms; timeZone: string } = { terms: NO_TERMS, timeZone: '' }, timeZone = before.timeZone): Terms {
  const { approval = before.terms.approval, capacity = before.terms.capacity, waitlistOfferHours: hours = before.terms.waitlistOfferHours ?? null } = draft;
  if (capacity !== null && (!Number.isInteger(capacity) || capacity < 1 || capacity > MAX_CAPACITY)) {
    throw Invalid.at('/registration/capacity', 'capacity', 'Choose at least one seat, or no limit.');
  }
  if (hours !== null && (!Number.isInteger(hours) || hours < 1 || hours > MAX_OFFER_HOURS)) {
    throw Invalid.at('/registration/waitlistOfferHours', 'offer-hours', `Choose 1 to ${MAX_OFFER_HOURS} hours, or none.`);
  }
  return { approval, capacity, closing: closingFrom(draft.closing, before, timeZone), ...(hours !== null && { waitlistOfferHours: hours }) };
}

/** The same closing hour on the wall, by the zone's rules as this runtime knows them; one that has passed has passed. */
export function termsByRulesNow(terms: Terms, timeZone: string, now: Date): Terms {
  const { closing } = terms;
  if (!closing || Date.parse(closing.at) <= now.getTime()) return terms;
  const { wallTime, instant } = instantByRulesNow(closing.wallTime, timeZone, new Date(closing.at));
  return instant.toISOString() === closing.at ? terms : { ...terms, closing: { wallTime, at: instant.toISOString() } };
}

/** The same terms for another start: who had until a day before has until a day before. */
export function termsAtStart(terms: Terms, before: Date, { startsAt, timeZone }: { startsAt: Date; timeZone: string }): Terms {
  if (!terms.closing) return terms;
  const at = new Date(Date.parse(terms.closing.at) + startsAt.getTime() - before.getTime());
  return { ...terms, closing: { wallTime: wallTimeOf(at, timeZone), at: at.toISOString() } };
}

function closingFrom(draft: DraftTerms['closing'], before: { terms: Terms; timeZone: string }, timeZone: string): Closing | null {
  const kept = before.terms.closing;
  const { wallTime, occurrence }: { wallTime?: string; occurrence?: Occurrence } = draft === undefined ? (kept ?? {}) : (draft ?? {});
  if (wallTime === undefined) return null;
  if (kept && !occurrence && kept.wallTime === wallTime && before.timeZone === timeZone) return kept;
  return { wallTime, at: instantOfClosing(wallTime, timeZone, occurrence).toISOString() };
}

/** What is wrong with it stands beside its own field, not beside the session's start. */
function instantOfClosing(wallTime: string, timeZone: string, occurrence?: Occurrence): Date {
  try {
    return instantOf(wallTime, timeZone, occurrence);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const mistakes = error.mistakes.map((mistake) => (mistake.pointer === '/wallTime' ? { ...mistake, pointer: '/registration/closing/wallTime' } : mistake));
    throw new Refusal(error.code, error.sentence, error.status, mistakes, error.extra);
  }
}
