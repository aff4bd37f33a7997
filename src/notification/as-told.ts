import { UTC } from '../platform/database/utc.js';

/** What an invite tells: start, end and zone of a session's row, as JSON. */
export const timeOf = (session: string): string =>
  `jsonb_build_object('startsAt', ${UTC(`${session}.starts_at`)}, 'endsAt', ${UTC(`${session}.ends_at`)}, 'timeZone', ${session}.time_zone)`;

/** The letters that put an entry into a calendar. */
export const INVITING = `('confirmation', 'update', 'link-again', 'link-rotated', 'invitation')`;

export const OPEN = `status in ('queued', 'deferred')`;

/** Sent, or cut off so that nobody knows: either way the reader may believe what it told. */
const HAS_TOLD = (letter: string): string => `${letter}.kind in ${INVITING} and ${letter}.told is not null and (${letter}.status = 'sent' or ${letter}.maybe_arrived)`;

/**
 * Whether a recipient's calendar may show another time than this one, or none. A letter that was cut off may have
 * told another time, but is no proof that this one arrived: who may have heard nothing at all is told.
 */
export const believesOtherThan = (recipient: string, time: string): string => `(
  exists (select from notification.delivery heard where heard.recipient_id = ${recipient}.id and ${HAS_TOLD('heard')} and heard.told <> ${time}
           and not exists (select from notification.delivery after where after.recipient_id = ${recipient}.id and after.kind in ${INVITING}
                            and after.status = 'sent' and after.told = ${time} and after.stamped_at > heard.stamped_at))
  or (${recipient}.first_told is distinct from ${time}
      and not exists (select from notification.delivery after where after.recipient_id = ${recipient}.id and after.kind in ${INVITING} and after.status = 'sent' and after.told = ${time})))`;

/** Whether anything with a time in it has reached them. */
export function hasHeard(recipient: string): string {
  return `exists (select from notification.delivery ever where ever.recipient_id = ${recipient}.id and ${HAS_TOLD('ever')})`;
}

/** What they were told last that is no longer so. */
export const lastBelieved = (recipient: string, time: string): string => `coalesce(
  (select heard.told from notification.delivery heard where heard.recipient_id = ${recipient}.id and ${HAS_TOLD('heard')} and heard.told <> ${time}
    order by heard.stamped_at desc limit 1), ${recipient}.first_told)`;
