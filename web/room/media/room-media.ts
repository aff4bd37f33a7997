import type { Direction, ServerMessage } from '../../../client/protocol.ts';
import type { OwnDevices } from '../../attendee/devices/own-devices.ts';
import { Store } from '../../attendee/store.ts';
import { RefusedByServer, type RoomConnection } from '../connection.ts';
import type { RoomState } from '../room-state.ts';
import type { Fate } from './peer.ts';
import type { Counted } from './quality.ts';
import { Receiving, type Received } from './receiving.ts';
import { Sending, type Shown } from './sending.ts';
import type { Sharing } from './sharing.ts';

const LONGEST_PAUSE_MS = 8_000;
const UNREACHED_TOLD = 2;
/** Told right after `hello` of a connection that the server does not hold. */
const NOT_HERE = 'not-here';

/** What is to be known of each direction beside the connection itself. */
interface Attempt {
  /** The server has not yet answered the last request; a second one would get the first one's answer. */
  asking: boolean;
  failures: number;
  /** How often in a row no way to the gateway was found, or the way was lost. */
  unreached: number;
  /** On which of the line's sockets it was asked for. */
  socket: number;
  pause?: ReturnType<typeof setTimeout>;
}

/**
 * Sound and picture of the room: follows the server's state, opens the two connections when this seat
 * is inside, makes anew whichever breaks, and ends both when the seat is not inside any more.
 */
export class RoomMedia {
  readonly people = new Store<Map<string, Received>>(new Map());
  /** The gateway answers and still no sound or picture gets through: this network lets none pass. */
  readonly blocked = new Store(false);
  private sending: Sending | null = null;
  private receiving: Receiving | null = null;
  private wasOpen = false;
  /** How large anyone shows this person's camera and screen; unknown until it is told. */
  private seen: Shown | null = null;
  /** The server invites to hold the receiving connection already while one waits. */
  private warm = false;
  private readonly attempts: Record<Direction, Attempt> = {
    send: { asking: false, failures: 0, unreached: 0, socket: 0 },
    receive: { asking: false, failures: 0, unreached: 0, socket: 0 },
  };
  private readonly unwatch: (() => void)[];

  constructor(private readonly line: RoomConnection, private readonly devices: OwnDevices | null, private readonly sharing: Sharing, private readonly iceServers: RTCIceServer[]) {
    this.unwatch = [
      line.listen((message) => this.hear(message)),
      line.store.watch(() => this.follow()),
      ...(devices ? [devices.store.watch(() => this.follow()), sharing.store.watch(() => this.follow())] : []),
    ];
    this.follow();
  }

  /** What was counted of everyone's packets; of one's own under `own`. */
  async counted(own: string): Promise<Map<string, Counted>> {
    const [others, sent] = await Promise.all([this.receiving?.counted(this.people.get()), this.sending?.counted()]);
    return new Map([...(others ?? []), ...(sent ? [[own, sent] as const] : [])]);
  }

  levels(): Map<string, number> {
    return this.receiving?.levels(this.people.get()) ?? new Map();
  }

  stop(): void {
    for (const end of this.unwatch) end();
    this.drop('send');
    this.drop('receive');
  }

  private hear(message: ServerMessage): void {
    switch (message.type) {
      case 'published':
        this.attempts.send.failures = 0;
        return void this.sending?.answered(message.sdp).catch(() => this.anew('send'));
      case 'offer':
        this.attempts.receive.failures = 0;
        return this.receiving?.offered(message.sdp, message.tracks);
      case 'candidates':
        return void (message.direction === 'send' ? this.sending : this.receiving)?.add(message.candidates);
      case 'hung-up': {
        const { direction, why } = message;
        const newer = why === NOT_HERE && this.attempts[direction].socket === this.line.sockets;
        const ours = direction === 'send' ? this.sending : this.receiving;
        if (newer || !ours) return;
        if (why !== NOT_HERE && !ours.established) this.countUnreached(direction);
        return this.anew(direction);
      }
      case 'seen':
        this.seen = message;
        return this.follow();
      case 'warm':
        this.warm = true;
        return this.follow();
      case 'media':
        if (message.available) {
          this.drop('send');
          this.drop('receive');
        }
        return this.follow();
    }
  }

  /** Opens what should be open by now and is not; closes what should not be. */
  private follow(): void {
    const open = this.line.store.get().line === 'open';
    if (open && !this.wasOpen) this.returned();
    this.wasOpen = open;
    const room = this.inside();
    const receives = room ?? this.waitingWarm();
    if (!room || !room.you.onStage) this.drop('send');
    // A host has stopped it, or taken one off the stage: nobody sees it, so it is not said to be shared either.
    if (this.line.store.get().room && (!room?.you.onStage || room.you.silenced.includes('video'))) this.sharing.stop();
    if (!receives) this.drop('receive');
    if (!receives || !open || !receives.media) return;
    if (!this.receiving && this.isFree('receive')) this.receive();
    if (!room) return;
    const onStage = room.people.filter((one) => one.onStage).length;
    if (this.sending) void this.sending.fit(onStage, this.seen);
    else if (this.devices && room.you.onStage && this.isFree('send') && (hasSomething(this.devices) || this.sharing.on)) this.send(this.devices, onStage);
  }

  /** The line is back: what its absence has broken is made anew, what survived it is left alone. */
  private returned(): void {
    if (!this.sending?.established) this.drop('send');
    if (!this.receiving?.established) this.drop('receive');
  }

  private inside(): RoomState | null {
    const { room } = this.line.store.get();
    return room && (room.you.place === 'room' || room.you.place === 'backstage') ? room : null;
  }

  /** In the foyer, with the doors warm: what is negotiated now carries nothing until they open. */
  private waitingWarm(): RoomState | null {
    const { room } = this.line.store.get();
    return this.warm && room?.you.place === 'foyer' ? room : null;
  }

  private send(devices: OwnDevices, onStage: number): void {
    const way = { say: this.line.say.bind(this.line), ask: this.line.ask.bind(this.line) };
    const sending: Sending = new Sending(way, devices, this.sharing, this.iceServers, onStage, this.fateOf('send', () => this.sending === sending));
    this.sending = sending;
    void this.settled('send', sending.offer(), () => this.sending === sending);
  }

  private receive(): void {
    const receiving: Receiving = new Receiving(
      this.line.say.bind(this.line), this.iceServers,
      (people) => this.receiving === receiving && this.people.set(people),
      this.fateOf('receive', () => this.receiving === receiving),
    );
    this.receiving = receiving;
    void this.settled('receive', this.line.ask({ type: 'receive' }), () => this.receiving === receiving);
  }

  private fateOf(direction: Direction, isStillMeant: () => boolean): Fate {
    return {
      connected: () => {
        this.attempts[direction].unreached = 0;
        this.blocked.set(false);
      },
      broken: () => {
        if (!isStillMeant()) return;
        this.countUnreached(direction);
        this.anew(direction);
      },
    };
  }

  private countUnreached(direction: Direction): void {
    if (++this.attempts[direction].unreached >= UNREACHED_TOLD) this.blocked.set(true);
  }

  private async settled(direction: Direction, asked: Promise<void>, isStillMeant: () => boolean): Promise<void> {
    const attempt = this.attempts[direction];
    attempt.asking = true;
    attempt.socket = this.line.sockets;
    const refusal = await asked.then(() => null, (error: unknown) => error);
    attempt.asking = false;
    if (!isStillMeant()) return this.follow();
    if (!refusal) return;
    this.drop(direction);
    // Where the line itself went away, `state` brings us back here once it has returned.
    if (!(refusal instanceof RefusedByServer && refusal.code === 'not-connected')) this.anew(direction);
  }

  private isFree(direction: Direction): boolean {
    const { asking, pause } = this.attempts[direction];
    return !asking && pause === undefined;
  }

  /** Forgets this connection and makes another; at once the first time, then less and less often. */
  private anew(direction: Direction): void {
    this.drop(direction);
    const attempt = this.attempts[direction];
    const wait = attempt.failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** attempt.failures) * (0.5 + Math.random() / 2);
    attempt.failures++;
    attempt.pause = setTimeout(() => {
      attempt.pause = undefined;
      this.follow();
    }, wait);
  }

  private drop(direction: Direction): void {
    clearTimeout(this.attempts[direction].pause);
    this.attempts[direction].pause = undefined;
    const [gone, isReceiving] = direction === 'send' ? [this.sending, false] : [this.receiving, true];
    if (!gone) return;
    if (isReceiving) this.receiving = null;
    else this.sending = null;
    gone.stop();
    if (isReceiving) this.people.set(new Map());
  }
}

function hasSomething(devices: OwnDevices): boolean {
  const { camera, microphone } = devices.store.get();
  return camera.track !== null || microphone.track !== null;
}
