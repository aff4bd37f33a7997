import type { Reaction, ServerMessage, TalkRequest } from '../../../client/protocol.ts';
import { Store } from '../../attendee/store.ts';
import { RefusedByServer, sentenceOf, type RoomConnection } from '../connection.ts';
import type { Recipient } from './recipient.ts';
import { answersCatchUp, chose, heard, refusedTo, saying, thrownAway, UNHEARD, voted, type Seen, type Unsent } from './talk-state.ts';

export type TalkPart = 'chat' | 'questions' | 'polls';

export interface PassingReaction {
  key: number;
  emoji: Reaction;
  seatId: string | null;
  count: number;
}

/** So long a reaction is seen, and so many at once. */
const SEEN_MS = 4_000;
const MOST_SEEN = 15;

/**
 * The conversation of a room, as this page keeps it: catches up whenever it comes in or comes back, and asks
 * for what it missed. What is said while the line is down is said once it is back.
 */
export class Talk {
  readonly store = new Store(UNHEARD);
  readonly seen: Store<Seen>;
  /** Which part of it the panel shows. */
  readonly part = new Store<TalkPart>('chat');
  /** Those that are in the air at this moment. */
  readonly reactions = new Store<readonly PassingReaction[]>([]);
  /** What is being written, kept while the panel is closed. */
  draft: { text: string; recipient: Recipient | null; begun: Recipient | null } = { text: '', recipient: null, begun: null };
  /** Pushes that came while catching up. */
  private aside: ServerMessage[] | null = null;
  private askedFor = '';
  private role = '';
  private reacted = 0;
  private readonly onTheirWay = new Set<string>();
  private readonly undo: (() => void)[];

  constructor(private readonly line: RoomConnection, seatId: string) {
    this.seen = new Store(remembered(seatId));
    this.undo = [
      line.listen((message) => this.hear(message)),
      line.store.watch(() => this.look()),
      this.seen.watch(() => remember(seatId, this.seen.get())),
    ];
  }

  stop(): void {
    for (const back of this.undo) back();
  }

  ask(request: TalkRequest): Promise<void> {
    return this.line.ask(request);
  }

  say(text: string, { to, toPerson }: Recipient): void {
    const unsent = { id: crypto.randomUUID(), to, toPerson, text };
    this.store.set(saying(this.store.get(), unsent));
    void this.send({ ...unsent, trouble: null });
  }

  sayAgain(id: string): void {
    this.store.set(refusedTo(this.store.get(), id, null));
    this.sendWhatWaits();
  }

  throwAway(id: string): void {
    this.store.set(thrownAway(this.store.get(), id));
  }

  voted(question: string, vote: boolean): void {
    this.store.set(voted(this.store.get(), question, vote));
  }

  chose(poll: string, choices: number[]): void {
    this.store.set(chose(this.store.get(), poll, choices));
  }

  /** All that is there by now of this part was looked at. */
  see(part: keyof Seen): void {
    const last = this.store.get()[part].at(-1)?.order ?? 0;
    if (last > this.seen.get()[part]) this.seen.change({ [part]: last });
  }

  /** Each time one is in anew (another socket, another place, another role): to where the conversation is. */
  private look(): void {
    const { line, room } = this.line.store.get();
    if (line !== 'open' || !room || (room.you.place !== 'room' && room.you.place !== 'backstage')) {
      this.askedFor = '';
      return;
    }
    const { place, role } = room.you;
    const wanted = [this.line.sockets, place, role, room.session.theme].join(' ');
    if (this.askedFor === wanted) return;
    this.askedFor = wanted;
    // Another role sees what this one did not: from the beginning.
    if (this.role && this.role !== role) this.store.change({ known: 0 });
    this.role = role;
    this.catchUp();
  }

  private catchUp(): void {
    const aside: ServerMessage[] = [];
    this.aside = aside;
    this.line.ask({ type: 'catch-up', since: this.store.get().known }).catch(() => {
      if (this.aside !== aside) return; // passed by a later one
      this.aside = null;
      this.askedFor = ''; // the next beat tries again
    });
  }

  private hear(message: ServerMessage): void {
    if (message.type === 'beat') {
      this.look();
      this.sendWhatWaits();
    }
    if (message.type === 'reactions') return this.show(message.reactions);
    if (this.aside && message.type === 'talk') {
      if (!answersCatchUp(message)) return void this.aside.push(message);
      const kept = this.aside;
      this.aside = null;
      this.apply(message);
      for (const one of kept) this.apply(one);
      this.sendWhatWaits();
    } else {
      this.apply(message);
    }
  }

  private show(reactions: readonly Omit<PassingReaction, 'key'>[]): void {
    const shown = reactions.map((one) => ({ ...one, key: ++this.reacted }));
    this.reactions.set([...this.reactions.get(), ...shown].slice(-MOST_SEEN));
    setTimeout(() => this.reactions.set(this.reactions.get().filter((one) => !shown.includes(one))), SEEN_MS);
  }

  private apply(message: ServerMessage): void {
    const { state, missed } = heard(this.store.get(), message);
    this.store.set(state);
    if (missed && this.askedFor && !this.aside) this.catchUp();
  }

  /** The same id again is the same message: what got no answer is simply sent once more. */
  private sendWhatWaits(): void {
    if (!this.askedFor) return;
    for (const one of this.store.get().unsent) if (one.trouble === null) void this.send(one);
  }

  private async send({ id, to, toPerson, text }: Unsent): Promise<void> {
    if (this.onTheirWay.has(id)) return;
    this.onTheirWay.add(id);
    try {
      await this.line.ask({ type: 'say', message: id, to, text, ...(toPerson && { toSeat: toPerson.seatId }) });
    } catch (error) {
      if (!isOfTheLine(error)) this.store.set(refusedTo(this.store.get(), id, sentenceOf(error)));
    }
    this.onTheirWay.delete(id);
  }
}

const isOfTheLine = (error: unknown): boolean => error instanceof RefusedByServer && (error.code === 'not-connected' || error.code === 'no-answer');

const key = (seatId: string): string => `foyer-read-${seatId}`;

/** A reload makes nothing unread. */
function remembered(seatId: string): Seen {
  const nothing = { chat: 0, questions: 0 };
  try {
    return { ...nothing, ...(JSON.parse(sessionStorage.getItem(key(seatId)) ?? '{}') as Partial<Seen>) };
  } catch {
    return nothing; // storage forbidden
  }
}

function remember(seatId: string, seen: Seen): void {
  try {
    sessionStorage.setItem(key(seatId), JSON.stringify(seen));
  } catch {
    // storage forbidden: until the next reload
  }
}
