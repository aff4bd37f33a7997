import type { OwnDevices } from '../attendee/devices/own-devices.ts';
import { comeBack, iceServers, type Entered } from '../attendee/entry.ts';
import { RoomConnection, type Ticket } from './connection.ts';
import { helpingServers } from './helping-servers.ts';
import { Heeding } from './moderation/heeding.ts';
import { Talk } from './conversation/talk.ts';
import { RoomMedia } from './media/room-media.ts';
import { Sharing } from './media/sharing.ts';
import { Speaking } from './speaking.ts';
import { Network } from './stage/network.ts';
import { Seen } from './stage/seen.ts';
import { stayAwake } from './stay-awake.ts';
import { Store } from '../attendee/store.ts';

/** One stay of one person: the line to the server, the media, and what ends with them. */
export class Visit {
  readonly line: RoomConnection;
  /** There once the addresses of the helping servers are known. */
  readonly media = new Store<RoomMedia | null>(null);
  readonly speaking: Speaking;
  readonly heeding: Heeding | null = null;
  readonly talk: Talk;
  readonly sharing = new Sharing();
  readonly network: Network;
  /** Which of the pictures are in sight. */
  readonly seen: Seen;
  private readonly undo: (() => void)[] = [];
  private ended = false;
  private told = '';
  private enteredOn = 0;

  constructor(slug: string, { ticket, seatId }: Pick<Entered, 'ticket' | 'seatId'>, readonly devices: OwnDevices | null) {
    this.line = new RoomConnection(ticket, {
      address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`,
      freshTicket: () => ticketFor(slug, seatId),
    });
    this.talk = new Talk(this.line, seatId);
    this.speaking = new Speaking(() => this.media.get()?.levels() ?? new Map(), devices);
    this.undo.push(this.line.store.watch(() => this.tellDevices()));
    this.undo.push(this.line.store.watch(() => this.tellEntered()));
    if (devices) this.undo.push(devices.store.watch(() => this.tellDevices()), this.sharing.store.watch(() => this.tellDevices()));
    if (devices) this.heeding = new Heeding(this.line, devices, this.undo);
    this.network = new Network(async () => (await this.media.get()?.counted(seatId)) ?? new Map());
    this.undo.push(() => this.network.stop());
    this.seen = new Seen((at) => this.line.say({ type: 'look', at }));
    this.undo.push(this.line.listen(({ type }) => (type === 'offer' || type === 'state') && this.seen.again()), () => this.seen.stop());
    this.undo.push(stayAwake());
    this.on(window, 'online', () => this.line.wake(true));
    this.on(window, 'pageshow', () => this.line.wake());
    this.on(document, 'visibilitychange', () => document.visibilityState === 'visible' && this.line.wake());
    void helpingServers(iceServers, () => this.ended).then((servers) => {
      if (!this.ended) this.media.set(new RoomMedia(this.line, devices, this.sharing, servers));
    });
  }

  /** Out by one's own will: the server is told, and answered or not, one is out. */
  async leave(): Promise<void> {
    await Promise.race([this.line.ask({ type: 'leave' }).catch(() => undefined), new Promise((go) => setTimeout(go, 1_000))]);
    this.line.end('left');
  }

  /** Everything of this stay is let go. A line that has ended for a reason keeps its reason. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const back of this.undo) back();
    this.talk.stop();
    this.speaking.stop();
    this.sharing.end();
    this.media.get()?.stop();
    this.line.close();
  }

  /** The others see who is muted; the server forgets it with the connection, so it is told anew. */
  private tellDevices(): void {
    const { line, room } = this.line.store.get();
    if (line !== 'open' || !room) this.told = '';
    else if (this.devices && room.you.place !== 'closed') {
      const { camera, microphone } = this.devices.store.get();
      const now = { microphone: microphone.on && !!microphone.track, camera: camera.on && !!camera.track, screen: this.sharing.on };
      if (this.told === JSON.stringify(now) || (!this.told && this.devices.resting)) return;
      this.told = JSON.stringify(now);
      this.line.say({ type: 'devices', ...now });
    }
  }

  /** The host sees who is in: by what pages say, once on each socket. */
  private tellEntered(): void {
    const { line, room } = this.line.store.get();
    if (line !== 'open' || room?.you.place !== 'room' || this.enteredOn === this.line.sockets) return;
    this.enteredOn = this.line.sockets;
    this.line.say({ type: 'entered' });
  }

  private on(target: EventTarget, name: string, act: () => unknown): void {
    target.addEventListener(name, act);
    this.undo.push(() => target.removeEventListener(name, act));
  }
}

async function ticketFor(slug: string, seatId: string): Promise<Ticket> {
  const back = await comeBack(slug, seatId);
  if ('value' in back) return { ticket: back.value.ticket };
  return back.code === 'unreachable' ? 'unreachable' : 'no-seat'; // then the door is asked what became of it
}
