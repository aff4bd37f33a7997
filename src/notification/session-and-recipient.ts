import type { Recipient, ToldSession } from './model/due-delivery.js';

/** A session's row in SQL, as JSON of a ToldSession. */
export const asToldSession = (s: string): string => `
  json_build_object('id', ${s}.id, 'slug', ${s}.slug, 'title', ${s}.title, 'description', ${s}.description, 'theme', ${s}.theme, 'status', ${s}.status, 'timeZone', ${s}.time_zone,
    'startsAt', ${s}.starts_at, 'endsAt', ${s}.ends_at, 'hostName', ${s}.host_name, 'hostEmail', ${s}.host_email, 'slotVersion', ${s}.slot_version)::text`;

/** A recipient's row in SQL, as JSON of a Recipient. */
export const asRecipient = (r: string): string => `
  json_build_object('id', ${r}.id, 'role', ${r}.role, 'email', ${r}.email, 'name', ${r}.name, 'timeZone', ${r}.time_zone, 'locale', ${r}.locale,
    'status', ${r}.status, 'offeredUntil', ${r}.offered_until, 'sealedToken', ${r}.sealed_token, 'since', ${r}.since, 'remindersOff', ${r}.reminders_off_at is not null)::text`;

/** JSON brings instants as text, and the driver may. */
export const instant = (value: unknown): Date => (value instanceof Date ? value : new Date(String(value)));

export function readToldSession(json: string): ToldSession {
  const session = JSON.parse(json) as ToldSession;
  return { ...session, startsAt: instant(session.startsAt), endsAt: instant(session.endsAt) };
}

export function readRecipient(json: string): Recipient {
  const recipient = JSON.parse(json) as Recipient;
  return { ...recipient, since: instant(recipient.since) };
}
