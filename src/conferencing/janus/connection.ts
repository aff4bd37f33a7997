import type { Json } from 'janus-gateway-js';
import type { Candidate } from '../../../client/protocol.js';

/** What a seat's connection tells. */
export interface ConnectionListener<Connection> {
  candidates(candidates: Candidate[], done: boolean): void;
  /** It ended by itself, or by the gateway. */
  ended(connection: Connection, why: string): void;
}

/** What the sending and the receiving connection of a seat have in common: what Janus's core says of them. */
export abstract class Connection<Listener extends ConnectionListener<Connection<Listener>>> {
  private heldBack: { candidates: Candidate[]; done: boolean } | null = null;

  constructor(protected readonly listener: Listener) {}

  /**
   * Holds back the gateway's candidates while a description is made, and until whoever asked for it has
   * it: Janus tells them first, and a browser could not say which connection they are for.
   */
  protected async describe<Result>(make: () => Promise<Result>): Promise<Result> {
    this.heldBack ??= { candidates: [], done: false };
    try {
      return await make();
    } finally {
      setImmediate(() => this.letGo());
    }
  }

  /** The seat holds it no longer; nobody need wait for it. */
  forget(): void {}

  protected hear(what: string, message: Json): void {
    if (what === 'hangup') this.listener.ended(this, String(message['reason'] ?? 'hung up'));
    if (what === 'detached') this.listener.ended(this, 'the handle is gone');
    if (what !== 'trickle') return;
    const told = (message['candidates'] ?? [message['candidate']]) as (Candidate & { completed?: boolean })[];
    const candidates = told.filter((one) => one?.candidate).map(({ candidate, sdpMid = null, sdpMLineIndex = null }) => ({ candidate, sdpMid, sdpMLineIndex }));
    const done = told.some((one) => one?.completed === true);
    if (!this.heldBack) return this.listener.candidates(candidates, done);
    this.heldBack.candidates.push(...candidates);
    this.heldBack.done ||= done;
  }

  private letGo(): void {
    const held = this.heldBack;
    this.heldBack = null;
    if (held && (held.candidates.length > 0 || held.done)) this.listener.candidates(held.candidates, held.done);
  }
}
