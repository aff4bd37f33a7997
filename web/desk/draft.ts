import type { Schemas } from '../../client/api.ts';
import { zoneTyped } from '../kit/zones.ts';
import type { FieldKind, FormField, Session, SessionBody, Theme } from './sessions.ts';

/** A question as it is being written; `options` one a line. `id` is the page's own, for moving it about. */
export interface DraftQuestion {
  id: number;
  /** Set once stored: answers hang on it. */
  key?: string;
  label: string;
  help: string;
  kind: FieldKind;
  required: boolean;
  options: string;
  /** Asked only where the question with this `id` got this answer. */
  condition: { on: number; is: string } | null;
}

/** A session as it is being written: what stands in the form, text by text. */
export interface Draft {
  title: string;
  description: string;
  date: string;
  time: string;
  timeZone: string;
  occurrence: 'earlier' | 'later' | undefined;
  minutes: string;
  theme: Theme;
  registration: boolean;
  questions: DraftQuestion[];
  /** When registering closes, in the session's zone; both empty: with the session. */
  closingDate: string;
  closingTime: string;
  /** Each registration waits for the organizer's word. */
  approval: boolean;
  /** How many of the audience can be in at once; empty for no limit. */
  roomLimit: string;
  /** Who comes without a link of their own is asked for a passcode; left empty it stays the one that is set. */
  asksPasscode: boolean;
  passcodeSet: boolean;
  passcode: string;
  /** How many seats; empty for no limit. */
  capacity: string;
  waitlistOfferHours: string;
  /** Whether *Start* counts from three to one first. */
  countdown: boolean;
  /** The organizer's own words on the closing page, and a link to go on from there. */
  farewellText: string;
  farewellLabel: string;
  farewellUrl: string;
  /** Whether hosts may record it, and who may see it. */
  recording: Session['recording'];
}

let lastId = 0;

export function newQuestion(kind: FieldKind = 'short-text'): DraftQuestion {
  return { id: ++lastId, label: '', help: '', kind, required: false, options: '', condition: null };
}

/** The plain case, so that a title is all that is missing: tomorrow, the next full hour of a day, in this browser's zone. */
export function emptyDraft(now: Date, timeZone: string): Draft {
  const start = new Date(now.getTime() + 24 * 3_600_000 + 59 * 60_000);
  const two = (part: number): string => String(part).padStart(2, '0');
  return {
    title: '',
    description: '',
    date: `${start.getFullYear()}-${two(start.getMonth() + 1)}-${two(start.getDate())}`,
    // Whoever plans at night seldom plans for the night.
    time: start.getHours() >= 8 && start.getHours() <= 20 ? `${two(start.getHours())}:00` : '10:00',
    timeZone,
    occurrence: undefined,
    minutes: '60',
    theme: 'meeting',
    registration: true,
    questions: [],
    closingDate: '',
    closingTime: '',
    approval: false,
    roomLimit: '',
    asksPasscode: false,
    passcodeSet: false,
    passcode: '',
    capacity: '',
    waitlistOfferHours: '',
    countdown: false,
    farewellText: '',
    farewellLabel: '',
    farewellUrl: '',
    recording: 'off',
  };
}

export function draftOf({ title, description, when, theme, registration, countdown, farewell, recording, passcode, roomLimit }: Session): Draft {
  const [date = '', time = ''] = when.wallTime.split('T');
  const [closingDate = '', closingTime = ''] = registration?.closing?.wallTime.split('T') ?? [];
  return {
    title,
    description,
    date,
    time,
    timeZone: when.timeZone,
    occurrence: undefined,
    minutes: String(when.durationMinutes),
    theme,
    registration: registration !== null,
    questions: questionsOf(registration?.fields ?? []),
    closingDate,
    closingTime,
    approval: registration?.approval ?? false,
    roomLimit: String(roomLimit ?? ''),
    asksPasscode: passcode,
    passcodeSet: passcode,
    passcode: '',
    capacity: String(registration?.capacity ?? ''),
    waitlistOfferHours: String(registration?.waitlistOfferHours ?? ''),
    countdown,
    farewellText: farewell?.text ?? '',
    farewellLabel: farewell?.link?.label ?? '',
    farewellUrl: farewell?.link?.url ?? '',
    recording,
  };
}

function questionsOf(fields: readonly FormField[]): DraftQuestion[] {
  const idOf = new Map(fields.map(({ key }) => [key, ++lastId]));
  return fields.map(({ when, options, ...field }) => ({ ...field, id: idOf.get(field.key)!, options: options.join('\n'), condition: when ? { on: idOf.get(when.key)!, is: when.is } : null }));
}

export function bodyOf(draft: Draft): SessionBody {
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    wallTime: `${draft.date}T${draft.time.slice(0, 5)}`,
    timeZone: zoneTyped(draft.timeZone),
    ...(draft.occurrence && { occurrence: draft.occurrence }),
    durationMinutes: Number(draft.minutes) || 0,
    theme: draft.theme,
    roomLimit: draft.roomLimit.trim() ? Number(draft.roomLimit) : null,
    ...(!draft.asksPasscode ? { passcode: null } : (draft.passcode || !draft.passcodeSet) && { passcode: draft.passcode.trim() }),
    registration: draft.registration ? { fields: fieldsOf(draft.questions), approval: draft.approval, capacity: draft.capacity.trim() ? Number(draft.capacity) : null, waitlistOfferHours: draft.capacity.trim() && draft.waitlistOfferHours.trim() ? Number(draft.waitlistOfferHours) : null, closing: closingOf(draft) } : null,
    countdown: draft.countdown,
    farewell: farewellOf(draft),
    recording: draft.recording,
  };
}

/** A half of a link goes as it stands: the server says what is missing. */
function farewellOf({ farewellText, farewellLabel, farewellUrl }: Draft): Schemas['FarewellBody'] | null {
  const [text, label, url] = [farewellText, farewellLabel, farewellUrl].map((one) => one.trim()) as [string, string, string];
  const link = label || url ? { label, url } : null;
  return text || link ? { text, link } : null;
}

/** When it is, for a copy. */
export function whenOf(draft: Draft): Schemas['DuplicateSessionBody'] {
  const { wallTime, timeZone, occurrence, durationMinutes } = bodyOf(draft);
  return { wallTime, timeZone, durationMinutes, ...(occurrence && { occurrence }) };
}

function closingOf({ closingDate, closingTime }: Draft): Schemas['ClosingBody'] | null {
  return closingDate || closingTime ? { wallTime: `${closingDate}T${closingTime.slice(0, 5)}` } : null;
}

/** The answers on which another question can hang; none for a question of free text. */
export function answersTo({ kind, options }: DraftQuestion): string[] {
  if (kind === 'checkbox') return ['true'];
  return kind === 'choice' || kind === 'choices' ? options.split('\n').map((line) => line.trim()).filter(Boolean) : [];
}

function fieldsOf(questions: readonly DraftQuestion[]): Schemas['FieldBody'][] {
  const keys = keysFor(questions);
  return questions.map(({ id, label, help, kind, required, options, condition }) => ({
    ...(keys.has(id) && { key: keys.get(id)! }), label: label.trim(), help: help.trim(), kind, required,
    options: kind === 'checkbox' ? [] : answersTo({ kind, options } as DraftQuestion),
    ...(condition && { when: { key: keys.get(condition.on) ?? '', is: condition.is } }),
  }));
}

/** The server makes keys from labels; but a new question on which another one hangs has to be called something now. */
function keysFor(questions: readonly DraftQuestion[]): Map<number, string> {
  const keys = new Map(questions.flatMap(({ id, key }) => (key ? [[id, key] as const] : [])));
  for (const { condition } of questions) {
    if (!condition || keys.has(condition.on) || !questions.some(({ id }) => id === condition.on)) continue;
    const taken = new Set(keys.values());
    let n = questions.findIndex(({ id }) => id === condition.on) + 1;
    while (taken.has(`question-${n}`)) n += questions.length;
    keys.set(condition.on, `question-${n}`);
  }
  return keys;
}

/** Only what was changed, so that a live session's title can be edited and its time is not touched. */
export function changesBetween(before: Draft, after: Draft): Partial<SessionBody> {
  const [old, now] = [bodyOf(before), bodyOf(after)];
  const changes: Partial<SessionBody> = Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof SessionBody])),
  );
  // An occurrence alone names no time.
  return changes.occurrence ? { ...changes, wallTime: now.wallTime, timeZone: now.timeZone } : changes;
}

/** Somebody's changes carried over to a newer version of the same session. */
export function rebased(mine: Draft, before: Draft, newer: Draft): Draft {
  const changed = Object.entries(mine).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Draft]));
  return { ...newer, ...Object.fromEntries(changed) };
}

/**
 * Whether a zone's clocks show this wall time twice, to know when to ask which one is meant. Only the
 * question hangs on this: the instant is the server's to compute.
 */
export function isShownTwice(wallTime: string, timeZone: string): boolean {
  const asUtc = Date.parse(`${wallTime}:00Z`);
  if (Number.isNaN(asUtc)) return false;
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zoneTyped(timeZone), dateStyle: 'short', timeStyle: 'short' });
  } catch {
    return false;
  }
  const shown = clockFace(asUtc, 'UTC');
  const day = 86_400_000;
  const offsets = new Set([asUtc - day, asUtc + day].map((at) => wallOf(clock, at) - at));
  return [...offsets].filter((offset) => clock.format(asUtc - offset) === shown).length > 1;
}

/**
 * The instant (ms) at which a zone's clocks show this wall time, for a preview; null where it is none, or the zone is not
 * known. Where clocks skip it, the first one after. What counts is the server's.
 */
export function instantOf(wallTime: string, timeZone: string, occurrence?: Draft['occurrence']): number | null {
  // Half a time would be read as some other one.
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wallTime) ? Date.parse(`${wallTime}:00Z`) : NaN;
  if (Number.isNaN(asUtc)) return null;
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zoneTyped(timeZone), dateStyle: 'short', timeStyle: 'short' });
  } catch {
    return null;
  }
  const day = 86_400_000;
  const candidates = [asUtc - day, asUtc + day].map((at) => asUtc - (wallOf(clock, at) - at)).sort((one, other) => one - other);
  const shown = candidates.filter((at) => clock.format(at) === clockFace(asUtc, 'UTC'));
  return (occurrence === 'later' ? shown.at(-1) : shown[0]) ?? candidates.at(-1)!;
}

function clockFace(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** What the clock shows at an instant, read as if it were UTC. */
function wallOf(clock: Intl.DateTimeFormat, at: number): number {
  const [, day, month, year, hour, minute] = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(clock.format(at))!.map(Number);
  return Date.UTC(year!, month! - 1, day, hour, minute);
}
