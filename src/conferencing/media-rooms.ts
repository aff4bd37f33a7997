import type { Candidate, Direction, Kind, Looked, ReceivedTrack } from '../../client/protocol.js';

/** A room at the media gateway. Its id, secret and pin are ours, random, and never leave the server. */
export interface MediaRoom {
  readonly id: string;
  readonly secret: string;
  readonly pin: string;
  /** How many may send at once. */
  readonly publishers: number;
}

/** Somebody's sending, as another one may receive it. */
export interface Feed {
  /** Unique for each time that a seat begins to send. */
  readonly feedId: string;
  readonly seatId: string;
}

/** An SDP offer for a seat's receiving connection, and what travels where in it. */
export interface MediaOffer {
  readonly sdp: string;
  readonly tracks: ReceivedTrack[];
}

/** A connection that another instance had made, and that goes on here. */
export interface TakenOver {
  readonly seatId: string;
  readonly direction: Direction;
  /** What it sends; null where it receives. */
  readonly feedId: string | null;
}

/** What the gateway tells by itself. Each call is a fact; a listener answers by sending messages, never by throwing. */
export interface MediaListener {
  /** The gateway's own ICE candidates for a seat's connection, told after the description that they belong to. */
  candidates(seatId: string, direction: Direction, candidates: Candidate[], done: boolean): void;
  /** Media of a seat's sending connection has begun to arrive: others may receive it now. Told again when it sends more or less than before. */
  sending(seatId: string, feedId: string, kinds: Kind[]): void;
  /** A connection ended at the gateway (ICE failed, DTLS alert, kicked, an offer left unanswered). Not told of what the server itself ended. */
  hungUp(seatId: string, direction: Direction, why: string): void;
  /** The gateway went away (false) or is back with nothing of what was before (true). */
  available(available: boolean): void;
}

/** The place where audio and video are mixed among people: an SFU, reached by the server alone. */
export abstract class MediaRooms {
  /** Whether the gateway can be reached now. */
  abstract readonly available: boolean;

  abstract listen(listener: MediaListener): void;

  /** Makes the room. One that is there already is fine. */
  abstract open(room: MediaRoom): Promise<void>;

  /** Ends the room and every connection in it. One that is gone already is fine. */
  abstract close(room: MediaRoom): Promise<void>;

  /** The ids of all rooms at the gateway: who reconciles closes those that have no session any more. */
  abstract openRooms(): Promise<string[]>;

  /**
   * Takes a browser's offer to send and answers it (SDP). Called again for the same seat and feed it
   * renegotiates or restarts ICE; with a new feed id it begins anew and ends the old one. What is `silenced`
   * reaches nobody from its first packet on.
   */
  abstract publish(room: MediaRoom, feed: Feed, offer: string, silenced?: readonly Kind[]): Promise<string>;

  /** From now on exactly these kinds of what the seat sends reach nobody, whatever its browser does. A seat that sends nothing is fine. */
  abstract silence(seatId: string, kinds: readonly Kind[]): Promise<void>;

  /**
   * Writes what a seat sends under this feed into pieces whose paths begin so, as the gateway reaches them, from now
   * on; null: no longer. What it does already is fine, and so is a seat that sends nothing, or another feed by now.
   */
  abstract record(seatId: string, feedId: string, pieces: string | null): Promise<void>;

  /**
   * Offers a seat the given feeds on its one receiving connection, made or updated as needed. With
   * `open: false` the connection is negotiated but carries nothing until `openDoor` (warm doors).
   * While an offer waits for its answer, the next one waits too; of several the last speaks for all.
   * Null when nothing has to change (no feeds and no connection, or the same feeds as before) or a
   * later call speaks for this one. A browser that begins anew has its old connection hung up first.
   */
  abstract offer(room: MediaRoom, seatId: string, feeds: readonly Feed[], options?: { open?: boolean }): Promise<MediaOffer | null>;

  /** The browser's answer to the last offer. */
  abstract accept(seatId: string, answer: string): Promise<void>;

  /**
   * Of the pictures that a seat is offered by now exactly these come from now on; sound always does. What is offered
   * later comes, until it is said again. A seat that receives nothing is fine.
   */
  abstract look(seatId: string, at: readonly Looked[]): Promise<void>;

  /** Lets what `offer` held back flow. */
  abstract openDoor(seatId: string): Promise<void>;

  abstract trickle(seatId: string, direction: Direction, candidates: readonly Candidate[], done: boolean): Promise<void>;

  /** Ends a seat's connections, or the one named. */
  abstract hangUp(seatId: string, direction?: Direction): Promise<void>;

  /**
   * Goes on with everything that a dead instance held: the media never stops. Null where it still lives, or nothing
   * can be known now; what the gateway has let go of meanwhile is not among them.
   */
  abstract takeOver(instance: string, roomOf: (roomId: string) => Promise<MediaRoom | null>): Promise<TakenOver[] | null>;

  /** Goes, and ends nothing: who comes after this instance takes it over. */
  abstract leave(): Promise<void>;
}
