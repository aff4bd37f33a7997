import janus from 'janus-gateway-js';
import { Refusal } from '../../platform/model/refusal.js';
import { CUT, UNANSWERED } from './wire.js';

/** Janus's own numbers for what went wrong, as far as we act on them. */
export const JanusCode = {
  noSuchSession: 458,
  noSuchRoom: 426,
  roomExists: 427,
  noSuchFeed: 428,
  publishersFull: 432,
  idTaken: 436,
  invalidSdpType: 437,
  invalidSdp: 441,
  coreInvalidSdp: 465,
} as const;

export function codeOf(error: unknown): number | null {
  return error instanceof janus.Error ? error.code : null;
}

export function unavailable(): Refusal {
  return new Refusal('media-unavailable', 'Audio and video cannot be reached at the moment.', 503);
}

export function sdpRefused(sentence: string): Refusal {
  return new Refusal('sdp-refused', sentence, 422);
}

/** What people and programs are told; Janus's own words stay here, for they name rooms and feeds. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  switch (code) {
    case JanusCode.publishersFull:
      return new Refusal('stage-full', 'As many people as the room allows are sending already.');
    case JanusCode.invalidSdp:
    case JanusCode.invalidSdpType:
    case JanusCode.coreInvalidSdp:
      return sdpRefused('The media gateway cannot take this description of audio and video.');
    case null:
    case CUT:
    case UNANSWERED:
    case JanusCode.noSuchSession:
      return unavailable();
    default:
      return new Refusal('media-failed', 'The media gateway refused.', 502, [], { gatewayCode: code });
  }
}

/** Lets out only refusals. */
export async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error);
  }
}
