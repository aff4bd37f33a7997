/**
 * The WebSocket messages between a browser and the lobby gateway at `/ws`, imported by both sides.
 * The words are explained in `docs/websocket-protocol.md`, message by message.
 *
 * One JSON object for each text frame. The first message is `hello`, with a single-use ticket from
 * `POST /api/join`, `/api/join/return` or `/api/sessions/{id}/enter`. A request may carry an `id`; its
 * answer is then `done` or `refused` with the same `id`.
 */

export type Role = 'host' | 'speaker' | 'attendee';
export type Theme = 'meeting' | 'workshop' | 'webinar';
/** Where a seat is: knocking at a locked door, waiting, behind the stage before the start, in the room, or past it. */
export type Place = 'door' | 'foyer' | 'backstage' | 'room' | 'closed';
/** `scheduled` and not yet started; `live`; `ended`; `cancelled`. */
export type Doors = 'scheduled' | 'live' | 'ended' | 'cancelled';
export type Direction = 'send' | 'receive';
export type Kind = 'audio' | 'video';

/** When the session is, as wall clock and zone, and as instants (ISO 8601, UTC). */
export interface When {
  wallTime: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  durationMinutes: number;
}

/** The organizer's own words on the closing page: plain text with its line breaks, and where to go from there (https). */
export interface Farewell {
  text: string;
  link: { label: string; url: string } | null;
}

/** Somebody whom the receiver may see in the room. */
export interface Person {
  seatId: string;
  name: string;
  role: Role;
  /** May send audio and video. */
  onStage: boolean;
  microphone: boolean;
  camera: boolean;
  /** Shows their screen, beside the camera. Left out where not. */
  screen?: true;
  /** What a host has silenced: it reaches nobody. Left out where nothing is. */
  silenced?: Kind[];
}

/** What the receiver's own seat is, and what a host has decided about it. */
export interface You {
  seatId: string;
  role: Role;
  name: string;
  place: Place;
  onStage: boolean;
  silenced: Kind[];
  /** A host asks it on stage, and waits for the answer. */
  invited: boolean;
  /** May start where `hostMissing`. */
  steward: boolean;
  /** The number of the last decision about it: what comes with a lower one is older than what is known. */
  decided: number;
}

/** An RTCIceCandidateInit, or the end of them. */
export interface Candidate {
  candidate: string;
  sdpMid?: string | null;
  sdpMLineIndex?: number | null;
}

/** Which person's which track travels in which media section of the receiving connection. */
export interface ReceivedTrack {
  mid: string;
  seatId: string;
  kind: Kind;
  /** Of the person's screen, not of camera and microphone. */
  screen?: true;
}

/** A picture that somebody looks at, and how large: height in points of the screen. */
export interface Looked {
  seatId: string;
  screen?: true;
  height: number;
}

/* ── what hosts decide ── */

/** Somebody who asks to be let in. */
export interface Knocking {
  seatId: string;
  name: string;
  at: string;
  /** A host has removed them before. */
  removed: boolean;
}

/** Somebody whom a host asked on stage, and who has not come. */
export interface Invitation {
  seatId: string;
  name: string;
  answer: 'awaited' | 'declined';
}

export interface Moderation {
  /** Rises with each change that the receiver's role is told of. */
  number: number;
  /** Who is new knocks, and waits until a host opens. */
  locked: boolean;
  /** What nobody but a host turns on again by themself once it was silenced. */
  held: Kind[];
  /** The organizer allows recording. Left out where not. */
  recordable?: true;
  /** Since when it is being recorded (ISO 8601, UTC). Left out where it is not. */
  recording?: string;
  /** For hosts alone: those who knock, the first 50 of them, and how many they are. */
  knocking?: Knocking[];
  knocks?: number;
  /** For hosts alone. */
  invitations?: Invitation[];
}

/** Asked by the browser; of hosts alone but for what is said of oneself. */
export type ModerationRequest =
  | { type: 'silence'; id?: string; seatId: string; kind: Kind; silenced: boolean }
  /** Everyone but hosts; with `held` nobody turns it on again by themself. */
  | { type: 'silence-all'; id?: string; kind: Kind; held: boolean }
  | { type: 'hold'; id?: string; kind: Kind; held: boolean }
  /** One's own, where it is not held. */
  | { type: 'unsilence'; id?: string; kind: Kind }
  | { type: 'invite'; id?: string; seatId: string }
  | { type: 'answer-invitation'; id?: string; accept: boolean }
  /** Another's, or an invitation taken back; without a seat one's own leaving of the stage. */
  | { type: 'take-off-stage'; id?: string; seatId?: string }
  | { type: 'remove'; id?: string; seatId: string }
  | { type: 'ban'; id?: string; seatId: string }
  | { type: 'lock'; id?: string; locked: boolean }
  /** Begins or ends the recording of an open room. */
  | { type: 'record'; id?: string; recording: boolean }
  /** One who knocks, or all of them. */
  | { type: 'admit'; id?: string; seatId?: string }
  | { type: 'deny'; id?: string; seatId: string }
  /** Those whom the people list leaves out, by name. Answered with `audience`. */
  | { type: 'audience'; id?: string; search: string };

export type ModerationMessage =
  | ({ type: 'moderation' } & Moderation)
  /** What became of the receiver's own seat. Where its `place` is another than before, `sync` brings the rest. */
  | { type: 'you'; you: You }
  | { type: 'audience'; people: { seatId: string; name: string; invited: boolean }[]; more: boolean };

/* ── the conversation of a room ─────────────────────────────────────────────── */

/** Whom a chat message reaches: everyone, hosts and speakers, hosts alone, or one person. */
export type ChatTo = 'everyone' | 'team' | 'hosts' | 'direct';

export interface ChatMessage {
  /** Made by the sender's browser: said twice, it is there once. */
  id: string;
  /** Rises; what is read is sorted by it. */
  order: number;
  from: { seatId: string; name: string; role: Role };
  to: ChatTo;
  toPerson: { seatId: string; name: string } | null;
  /** Plain text; null once it was taken back. */
  text: string | null;
  at: string;
}

export interface RaisedHand {
  seatId: string;
  name: string;
  at: string;
}

export interface Question {
  id: string;
  order: number;
  text: string;
  /** Null where the receiver may not know who asks. */
  name: string | null;
  votes: number;
  status: 'open' | 'answered' | 'dismissed';
  answer: string | null;
  at: string;
  /** Said to one seat alone: whether it asked, and whether it voted. Where they are left out, what was known holds. */
  mine?: boolean;
  voted?: boolean;
}

export interface Poll {
  id: string;
  order: number;
  question: string;
  options: string[];
  multiple: boolean;
  /** `dropped`: it is gone, and was never opened. */
  status: 'draft' | 'open' | 'closed' | 'dropped';
  shared: boolean;
  /** For each option, and how many took part; null where the receiver may not know. */
  counts: number[] | null;
  ballots: number | null;
  /** Said to one seat alone: what it chose. Where it is left out, what was known holds. */
  yours?: number[];
}

export const REACTIONS = ['👍', '👏', '❤️', '😂', '😮', '🎉'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** Asked by the browser. Ids of messages, questions and polls are UUIDs that the browser makes. */
export type TalkRequest =
  /** What changed after that number; 0 for the whole. Answered with `talk`. */
  | { type: 'catch-up'; id?: string; since: number }
  | { type: 'earlier'; id?: string; before: number }
  | { type: 'say'; id?: string; message: string; to: ChatTo; toSeat?: string; text: string }
  | { type: 'take-back'; id?: string; message: string }
  | { type: 'raise-hand'; id?: string }
  /** One's own; a host names another's. */
  | { type: 'lower-hand'; id?: string; seatId?: string }
  | { type: 'lower-hands'; id?: string }
  | { type: 'ask'; id?: string; question: string; text: string; anonymous: boolean }
  | { type: 'vote'; id?: string; question: string; vote: boolean }
  | { type: 'settle'; id?: string; question: string; status: Question['status']; answer?: string }
  | { type: 'question-rules'; id?: string; anonymous: boolean }
  | { type: 'make-poll'; id?: string; poll: string; question: string; options: string[]; multiple: boolean }
  | { type: 'turn-poll'; id?: string; poll: string; status: 'open' | 'closed' | 'dropped' }
  | { type: 'share-poll'; id?: string; poll: string; shared: boolean }
  | { type: 'cast'; id?: string; poll: string; choices: number[] }
  | { type: 'react'; id?: string; emoji: Reaction };

export type TalkMessage =
  /**
   * What changed in the conversation between two of its numbers, as far as the receiver may know; each list is
   * left out where nothing of it changed, `hands` is always all of them. With `whole` it replaces what was known.
   */
  | {
      type: 'talk';
      after: number;
      talk: number;
      whole?: boolean;
      /** Whom the receiver's chat may reach. */
      to?: ChatTo[];
      anonymousQuestions?: boolean;
      chat?: ChatMessage[];
      /** There is more chat before what came. */
      more?: boolean;
      hands?: RaisedHand[];
      questions?: Question[];
      polls?: Poll[];
    }
  | { type: 'earlier'; chat: ChatMessage[]; more: boolean }
  /** Never stored. `seatId` is null where the receiver may not know, or where they were too many. */
  | { type: 'reactions'; reactions: { emoji: Reaction; seatId: string | null; count: number }[] };

/* ── browser → server ─────────────────────────────────────────────────────── */

export type ClientMessage =
  | { type: 'hello'; ticket: string }
  | { type: 'sync'; id?: string }
  | { type: 'start'; id?: string }
  /** While the countdown runs that `start` began. */
  | { type: 'stop-countdown'; id?: string }
  | { type: 'end'; id?: string }
  /** The page shows the room: said once after `opened`, and after a `state` that finds one in it. */
  | { type: 'entered'; id?: string }
  | { type: 'leave'; id?: string }
  | { type: 'devices'; id?: string; microphone: boolean; camera: boolean; screen?: boolean }
  | { type: 'publish'; id?: string; sdp: string }
  | { type: 'receive'; id?: string }
  | { type: 'received'; id?: string; sdp: string }
  | { type: 'candidates'; id?: string; direction: Direction; candidates: Candidate[]; done?: boolean }
  | { type: 'hang-up'; id?: string; direction: Direction }
  /** All the pictures that are in sight: no other one is sent here. Said anew when it changes, and after each `offer`. */
  | { type: 'look'; id?: string; at: Looked[] }
  | TalkRequest
  | ModerationRequest;

/* ── server → browser ─────────────────────────────────────────────────────── */

export type ServerMessage =
  /** Everything, on connect and after `sync`. `doors` and `roster` number the two things that change. */
  | {
      type: 'state';
      doors: number;
      roster: number;
      session: { id: string; slug: string; title: string; theme: Theme; status: Doors; startedAt: string | null; endedAt: string | null; when: When; /** The planned start is well past and no host is there; the hosts were reminded by mail. */ hostMissing: boolean; /** Once it has ended, where there is one. */ farewell?: Farewell; /** A countdown runs, and the doors open in so many ms. */ opensIn?: number };
      you: You;
      moderation: Moderation;
      /** Empty for who waits in the foyer. */
      people: Person[];
      /** How many wait; for hosts and speakers only. */
      waiting: number | null;
      /** Whether the media gateway can be reached. */
      media: boolean;
    }
  /** The host started: everyone who waits is in the room now. One frame for all. */
  | { type: 'opened'; doors: number; roster: number; startedAt: string; people: Person[] }
  /** It is over, or will not be. */
  | { type: 'closed'; doors: number; status: 'ended' | 'cancelled'; endedAt: string; farewell?: Farewell }
  /** It was moved or renamed while people waited; or its hosts are missed, or one has come after all; or *Start* was pressed, and the doors open in `opensIn` ms. */
  | { type: 'moved'; doors: number; title: string; theme: Theme; when: When; hostMissing: boolean; opensIn?: number }
  | { type: 'person'; roster: number; person: Person }
  | { type: 'gone'; roster: number; seatId: string }
  | { type: 'waiting'; count: number }
  /** To hosts and speakers: of those who waited at the start, how many are in, and who (by name, at most 20) is not. */
  | { type: 'release'; of: number; in: number; lastInAt: string | null; missing: string[] }
  /** No host is there: it ends by itself at that instant. Told again and again meanwhile; null once a host is back. */
  | { type: 'unled'; endsAt: string | null }
  /** `talk`: the number of the last change in the conversation that this seat was told of. */
  | { type: 'beat'; doors: number; roster: number; talk?: number; moderation?: number }
  | TalkMessage
  | ModerationMessage
  /** Doors are warmed: ask to `receive` already in the foyer. What is negotiated carries nothing until `opened`. */
  | { type: 'warm' }
  /** The media gateway's answer to `publish`. */
  | { type: 'published'; sdp: string }
  /** An offer for the receiving connection, whole each time; answered with `received`. */
  | { type: 'offer'; sdp: string; tracks: ReceivedTrack[] }
  /** To who sends: the largest height at which anyone shows the own camera and screen now; 0 where nobody does. */
  | { type: 'seen'; camera: number; screen: number }
  | { type: 'candidates'; direction: Direction; candidates: Candidate[]; done?: boolean }
  /** This connection is gone on the server's side: negotiate it anew. */
  | { type: 'hung-up'; direction: Direction; why: string }
  /** The media gateway went away (false) or came back (true: negotiate both connections anew). */
  | { type: 'media'; available: boolean }
  | { type: 'done'; id: string }
  | { type: 'refused'; id?: string; code: string; sentence: string };

/** What the close reason says with `forbidden`: why this seat is not admitted. `revoked`: the organizer has taken the link back. */
export type ShownOut = 'removed' | 'banned' | 'denied' | 'revoked';

/** Why a socket was closed, for the page to say or to act on. */
export const CloseCode = {
  /** The server restarts: come back with jitter, at most 10 s later. */
  restart: 1012,
  /** Message or frame out of the rules. */
  policy: 1008,
  tooLarge: 1009,
  /** No valid ticket: fetch a new one. */
  unauthorized: 4401,
  forbidden: 4403,
  /** The seat was moved to another device. */
  takenOver: 4409,
  tooMany: 4429,
} as const;

/** The server speaks at least this often (ms); a browser that hears nothing for 25 s connects anew. */
export const BEAT_MS = 10_000;
export const SILENCE_MS = 25_000;
