import { randomUUID } from 'node:crypto';
import type { ChatTo, ClientMessage, ServerMessage, Theme } from '../../../client/protocol.js';
import { Socket } from '../../http/socket.js';
import type { House, Organizer, SessionAnswer } from '../../http/house.js';

type Talk = Extract<ServerMessage, { type: 'talk' }>;

/** Somebody in the room with a socket, who keeps the conversation as a page does: applies what it is told and sees gaps. */
export class Talker {
  talk = 0;
  readonly gaps: number[] = [];
  readonly chat = new Map<string, NonNullable<Talk['chat']>[number]>();
  readonly questions = new Map<string, NonNullable<Talk['questions']>[number]>();
  readonly polls = new Map<string, NonNullable<Talk['polls']>[number]>();
  hands: string[] = [];
  to: ChatTo[] = [];
  more = false;
  private read = 0;

  constructor(readonly socket: Socket & { state: Extract<ServerMessage, { type: 'state' }> }, private readonly house: House) {}

  get seatId(): string {
    return this.socket.state.you.seatId;
  }

  async caughtUp(since = 0): Promise<this> {
    this.talk = since;
    const answer = await this.ask({ type: 'catch-up', since });
    if (answer !== 'done') throw new Error(answer);
    this.look();
    return this;
  }

  /** `done`, or the code of the refusal. What has no form is refused without an id, so one asks one thing at a time. */
  async ask(message: ClientMessage): Promise<string> {
    const id = randomUUID();
    const before = this.socket.told.length;
    this.socket.say({ ...message, id } as ClientMessage);
    return this.house.until(`an answer to ${JSON.stringify(message)}`, async () => {
      for (const one of this.socket.told.slice(before)) {
        if (one.type === 'done' && one.id === id) return 'done';
        if (one.type === 'refused' && (one.id === id || one.id === undefined)) return one.code;
      }
      return null;
    });
  }

  say(text: string, to: ChatTo = 'everyone', more: object = {}): Promise<string> {
    return this.ask({ type: 'say', message: randomUUID(), to, text, ...more });
  }

  /** Asks, and gives the question's id. */
  async asks(text: string, anonymous = false): Promise<string> {
    const question = randomUUID();
    const answer = await this.ask({ type: 'ask', question, text, anonymous });
    if (answer !== 'done') throw new Error(answer);
    return question;
  }

  async makesPoll(multiple = false, options = ['Red', 'Green', 'Blue']): Promise<string> {
    const poll = randomUUID();
    const answer = await this.ask({ type: 'make-poll', poll, question: 'Which colour?', options, multiple });
    if (answer !== 'done') throw new Error(answer);
    return poll;
  }

  /** What stands in the chat here, in order; what was taken back as null. */
  get words(): (string | null)[] {
    this.look();
    return [...this.chat.values()].sort((a, b) => a.order - b.order).map(({ text }) => text);
  }

  async until<Found>(what: string, look: (self: this) => Found | null | undefined | false): Promise<Found> {
    return this.house.until(`${this.socket.state.you.name}: ${what}`, async () => {
      this.look();
      return look(this);
    });
  }

  /** Takes in what the socket was told meanwhile. */
  look(): this {
    for (; this.read < this.socket.told.length; this.read++) {
      const message = this.socket.told[this.read]!;
      if (message.type === 'earlier') {
        for (const one of message.chat) this.chat.set(one.id, one);
        this.more = message.more;
      }
      if (message.type === 'talk') this.take(message);
    }
    return this;
  }

  private take(message: Talk): void {
    if (message.whole) for (const known of [this.chat, this.questions, this.polls]) known.clear();
    else if (message.after > this.talk) this.gaps.push(message.after);
    this.talk = Math.max(this.talk, message.talk);
    this.to = message.to ?? this.to;
    this.more = message.more ?? this.more;
    for (const one of message.chat ?? []) this.chat.set(one.id, one);
    for (const one of message.questions ?? []) this.questions.set(one.id, { ...this.questions.get(one.id), ...one });
    for (const one of message.polls ?? []) this.polls.set(one.id, { ...this.polls.get(one.id), ...one });
    if (message.hands) this.hands = message.hands.map(({ name }) => name);
  }
}

/** A session with the people whom a test needs in it. */
export class TestRoom {
  private readonly sockets: Socket[] = [];

  private constructor(private readonly house: House, private readonly by: Organizer, readonly session: SessionAnswer) {}

  static async of(house: House, by: Organizer, theme: Theme, more: object = {}): Promise<TestRoom> {
    return new TestRoom(house, by, await house.schedule(by, { theme, ...more }));
  }

  async start(): Promise<this> {
    await this.house.http.post(`/api/sessions/${this.session.id}/start`).set(this.house.as(this.by));
    await this.house.settled();
    return this;
  }

  async host(name = 'Hedy', by = this.by): Promise<Talker> {
    return this.talker(await this.house.http.post(`/api/sessions/${this.session.id}/enter`).set(this.house.as(by)).send({ name }));
  }

  async guest(name: string): Promise<Talker> {
    return this.talker(await this.house.http.post('/api/join').send({ slug: this.session.slug, name }));
  }

  /** Nobody is made a speaker over HTTP yet. */
  async speaker(name: string): Promise<Talker> {
    const entered = await this.house.http.post('/api/join').send({ slug: this.session.slug, name });
    await this.house.database.query(`update conferencing.seat set role = 'speaker', on_stage = true where id = $1`, [entered.body.seatId]);
    return this.talker(entered);
  }

  async talker(entered: { status: number; body: { ticket: string } }): Promise<Talker> {
    if (entered.status !== 200) throw new Error(JSON.stringify(entered.body));
    const socket = await Socket.with(this.house.address, entered.body.ticket);
    this.sockets.push(socket);
    const talker = new Talker(socket, this.house);
    return ['room', 'backstage'].includes(socket.state.you.place) ? talker.caughtUp() : talker;
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }
}
