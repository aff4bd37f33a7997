import type { Candidate, ClientMessage, Looked } from '../../client/protocol.js';
import { TALK_SHAPES } from './conversation/talk-requests.js';
import { MODERATION_SHAPES } from './moderation/moderation-requests.js';

const MAX_CANDIDATES = 64;
/** Everyone on a full stage, with a screen each. */
const MAX_LOOKED_AT = 200;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const TYPES_WITH_SDP = new Set(['publish', 'received']);
const MAX_BYTES = 32 * 1024;

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isDirection = (value: unknown): value is 'send' | 'receive' => value === 'send' || value === 'receive';
const isCandidate = (value: unknown): value is Candidate => {
  const { candidate, sdpMid = null, sdpMLineIndex = null } = (value ?? {}) as Candidate;
  return isText(candidate, 512) && (sdpMid === null || isText(sdpMid, 16)) && (sdpMLineIndex === null || Number.isInteger(sdpMLineIndex));
};

const isLooked = (value: unknown): value is Looked => {
  const { seatId, screen, height } = (value ?? {}) as Looked;
  return typeof seatId === 'string' && UUID.test(seatId) && (screen === undefined || screen === true) && Number.isInteger(height) && height > 0 && height <= 4320;
};

/** A frame as one of the protocol's messages; null for anything else. Nothing of it is trusted before. */
export function readMessage(data: Buffer | null): ClientMessage | null {
  if (!data) return null;
  const parsed = parse(data);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const message = parsed as ClientMessage;
  if ('id' in message && message.id !== undefined && !isText(message.id, 64)) return null;
  if (!Object.hasOwn(SHAPES, message.type ?? '') || !SHAPES[message.type](message as never)) return null;
  return data.length > MAX_BYTES && !TYPES_WITH_SDP.has(message.type) ? null : message;
}

const SHAPES: { [Type in ClientMessage['type']]: (message: Extract<ClientMessage, { type: Type }>) => boolean } = {
  hello: ({ ticket }) => isText(ticket, 64),
  sync: () => true,
  start: () => true,
  'stop-countdown': () => true,
  end: () => true,
  entered: () => true,
  leave: () => true,
  devices: ({ microphone, camera, screen }) => typeof microphone === 'boolean' && typeof camera === 'boolean' && (screen === undefined || typeof screen === 'boolean'),
  publish: ({ sdp }) => isText(sdp, 512 * 1024),
  receive: () => true,
  received: ({ sdp }) => isText(sdp, 512 * 1024),
  candidates: ({ direction, candidates, done }) =>
    isDirection(direction) && Array.isArray(candidates) && candidates.length <= MAX_CANDIDATES && candidates.every(isCandidate) && (done === undefined || typeof done === 'boolean'),
  'hang-up': ({ direction }) => isDirection(direction),
  look: ({ at }) => Array.isArray(at) && at.length <= MAX_LOOKED_AT && at.every(isLooked),
  ...TALK_SHAPES,
  ...MODERATION_SHAPES,
};

export const MESSAGE_TYPES = Object.keys(SHAPES) as ClientMessage['type'][];

function parse(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    return null;
  }
}
