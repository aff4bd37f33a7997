import type { Kind, ModerationRequest } from '../../../client/protocol.js';

/** One of the hosts' requests, by its type. */
export type Decided<Type extends ModerationRequest['type']> = Extract<ModerationRequest, { type: Type }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MOST_SOUGHT = 80;

const isSeat = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
const isKind = (value: unknown): value is Kind => value === 'audio' || value === 'video';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** What each request looks like; anything else is none. */
export const MODERATION_SHAPES: { [Type in ModerationRequest['type']]: (message: Decided<Type>) => boolean } = {
  silence: ({ seatId, kind, silenced }) => isSeat(seatId) && isKind(kind) && isFlag(silenced),
  'silence-all': ({ kind, held }) => isKind(kind) && isFlag(held),
  hold: ({ kind, held }) => isKind(kind) && isFlag(held),
  unsilence: ({ kind }) => isKind(kind),
  invite: ({ seatId }) => isSeat(seatId),
  'answer-invitation': ({ accept }) => isFlag(accept),
  'take-off-stage': ({ seatId }) => seatId === undefined || isSeat(seatId),
  remove: ({ seatId }) => isSeat(seatId),
  ban: ({ seatId }) => isSeat(seatId),
  lock: ({ locked }) => isFlag(locked),
  record: ({ recording }) => isFlag(recording),
  admit: ({ seatId }) => seatId === undefined || isSeat(seatId),
  deny: ({ seatId }) => isSeat(seatId),
  audience: ({ search }) => typeof search === 'string' && search.length <= MOST_SOUGHT,
};
