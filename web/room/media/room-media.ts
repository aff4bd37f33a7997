import type { ServerMessage } from '../../../client/protocol.ts';
import type { OwnDevices } from '../../attendee/devices/own-devices.ts';
import { Store } from '../../attendee/store.ts';
import { RefusedByServer, type RoomConnection } from '../connection.ts';
import type { RoomState } from '../room-state.ts';
import { Receiving, type Received } from './receiving.ts';
import { Sending } from './sending.ts';

const LONGEST_PAUSE_MS = 8_000;

/**
 * Sound and picture of the room: follows the server's state, opens the two connections when this seat
 * is inside, makes anew whichever breaks, and ends both when the seat is not inside any more.
 */
export class RoomMedia {
  readonly people = new Store<Map<string, Received>>(new Map());
  private sending: Sending | null = null;
  private receiving: Receiving | null = null;
  private failures = { send: 0, receive: 0 };
  private wasOpen = false;
  private readonly timers: Partial<Record<'send' | 'receive', ReturnType<typeof setTimeout>>> = {};
  private readonly unwatch: (() => void)[];

  constructor(private readonly line: RoomConnection, private readonly devices: OwnDevices | null, private readonly iceServers: RTCIceServer[]) {
    this.unwatch = [
      line.listen((message) => this.hear(message)),
      line.store.watch(() => this.follow()),
      ...(devices ? [devices.store.watch(() => this.follow())] : []),
    ];
    this.follow();
  }

  levels(): Map<string, number> {
    return this.receiving?.levels(this.people.get()) ?? new Map();
  }

  stop(): void {
    for (const end of this.unwatch) end();
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    this.drop('send');
    this.drop('receive');
  }

  private hear(message: ServerMessage): void {
    switch (message.type) {
      case 'published':
        this.failures.send = 0;
        return void this.sending?.answered(message.sdp).catch(() => this.broken('send'));
      case 'offer':
        if (!this.inside()) return;
        this.failures.receive = 0;
        this.receiving ??= this.newReceiving();
        return this.receiving.offered(message.sdp, message.tracks);
      case 'candidates':
        return void (message.direction === 'send' ? this.sending : this.receiving)?.add(message.candidates);
      case 'hung-up':
        this.drop(message.direction);
        return this.later(message.direction);
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
    if (!room) {
      this.drop('send');
      this.drop('receive');
      return;
    }
    if (!room.you.onStage) this.drop('send');
    if (!open || !room.media) return;
    if (!this.receiving && !this.timers.receive) {
      this.receiving = this.newReceiving();
      this.line.ask({ type: 'receive' }).catch((error: unknown) => this.refused('receive', error));
    }
    const onStage = room.people.filter((one) => one.onStage).length;
    if (this.sending) void this.sending.fit(onStage);
    else if (this.devices && room.you.onStage && !this.timers.send && hasSomething(this.devices)) this.send(this.devices, onStage);
  }

  /** The line is back: what its absence has broken is made anew, what survived it is left alone. */
  private returned(): void {
    if (this.sending && !this.sending.established) this.drop('send', true);
    if (this.receiving && !this.receiving.established) this.drop('receive', true);
  }

  private inside(): RoomState | null {
    const { room } = this.line.store.get();
    return room && (room.you.place === 'room' || room.you.place === 'backstage') ? room : null;
  }

  private send(devices: OwnDevices, onStage: number): void {
    const way = { say: this.line.say.bind(this.line), ask: this.line.ask.bind(this.line) };
    const sending = (this.sending = new Sending(way, devices, this.iceServers, onStage, () => this.broken('send')));
    sending.offer().catch((error: unknown) => this.sending === sending && this.refused('send', error));
  }

  private newReceiving(): Receiving {
    const say = this.line.say.bind(this.line);
    const receiving: Receiving = new Receiving(
      say, this.iceServers,
      (people) => this.receiving === receiving && this.people.set(people),
      () => this.receiving === receiving && this.broken('receive'),
    );
    return receiving;
  }

  /** A connection of ours broke: the gateway is told to forget its half, and a new one is made. */
  private broken(direction: 'send' | 'receive'): void {
    this.drop(direction, true);
    this.later(direction);
  }

  private refused(direction: 'send' | 'receive', error: unknown): void {
    this.drop(direction);
    // Where the line itself went away, `state` brings us back here once it has returned.
    if (error instanceof RefusedByServer && error.code === 'not-connected') return;
    this.later(direction);
  }

  private later(direction: 'send' | 'receive'): void {
    clearTimeout(this.timers[direction]);
    const failures = this.failures[direction]++;
    const pause = failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
    this.timers[direction] = setTimeout(() => {
      delete this.timers[direction];
      this.follow();
    }, pause);
  }

  private drop(direction: 'send' | 'receive', tell = false): void {
    if (direction === 'send') {
      this.sending?.stop();
      this.sending = null;
    } else if (this.receiving) {
      const receiving = this.receiving;
      this.receiving = null;
      receiving.stop();
      this.people.set(new Map());
    }
    if (tell) this.line.say({ type: 'hang-up', direction });
  }
}

function hasSomething(devices: OwnDevices): boolean {
  const { camera, microphone } = devices.store.get();
  return camera.track !== null || microphone.track !== null;
}
