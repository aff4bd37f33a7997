import { randomBytes } from 'node:crypto';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Certificate } from './certificate.ts';
import { answerTo, FORMAT, offerOf, type Sent, type Transport } from './description.ts';
import { DtlsClient, isDtls, type Keying } from './dtls.ts';
import { SrtpSender } from './srtp.ts';
import { answered, check, isRequest, isStun } from './stun.ts';

/**
 * One end of a WebRTC connection without a browser: ICE and DTLS as the gateway wants them, packets counted and not
 * opened. So a process can be many people who wait or watch, for little more than the datagrams cost.
 */
export class Peer {
  /** RTP packets that have come, and what their numbers say of lost ones: see `lost`. */
  packets = 0;
  firstPacketAt = 0;
  readonly connected: Promise<void>;
  private readonly socket: Socket;
  private readonly address: string;
  private readonly certificate: Certificate;
  private readonly dtls: DtlsClient;
  private readonly ufrag = randomBytes(6).toString('hex');
  private readonly password = randomBytes(16).toString('hex');
  private readonly numbers = new Map<number, { first: number; highest: number; packets: number }>();
  private readonly now: () => number;
  private remote: { address: string; port: number } | null = null;
  private begun = false;
  private srtp?: SrtpSender;

  private constructor(socket: Socket, address: string, certificate: Certificate, now: () => number) {
    [this.socket, this.address, this.certificate, this.now] = [socket, address, certificate, now];
    let arrived: (keying: Keying) => void;
    this.connected = new Promise((done) => (arrived = (keying) => { this.srtp = new SrtpSender(keying.client); done(); }));
    this.dtls = new DtlsClient(certificate, (packet) => this.toRemote(packet), (keying) => arrived(keying));
    socket.on('message', (packet, from) => this.take(packet, from));
  }

  /** @param now the clock that `firstPacketAt` is read from */
  static async open(address: string, certificate: Certificate, now: () => number): Promise<Peer> {
    const socket = createSocket('udp4');
    socket.bind(0, address);
    await once(socket, 'listening');
    return new Peer(socket, address, certificate, now);
  }

  /** Takes all of an offer. The gateway checks the way, since it has offered. */
  answer(offer: string): string {
    return answerTo(offer, this.transport());
  }

  /** An offer to send; the gateway's answer is given to `takesAnswer`. */
  offer(streams: readonly Sent[]): string {
    return offerOf(streams, this.transport());
  }

  /** Whoever offers decides on the way: a check is sent along each one that the gateway names, until one is answered. */
  takesAnswer(answer: string): (candidate: string) => void {
    const [, ufrag] = /^a=ice-ufrag:(\S+)/m.exec(answer)!;
    const [, password] = /^a=ice-pwd:(\S+)/m.exec(answer)!;
    const along = (candidate: string): void => {
      const [, , transport, , address, port] = candidate.replace(/^.*candidate:/, '').split(' ');
      if (transport?.toLowerCase() !== 'udp') return;
      const ask = () => this.socket.send(check(randomBytes(12), `${ufrag}:${this.ufrag}`, password!), Number(port), address);
      ask();
      const again = setInterval(() => (this.srtp ? clearInterval(again) : ask()), 500);
      this.socket.once('close', () => clearInterval(again));
    };
    for (const [, candidate] of answer.matchAll(/^a=(candidate:.*)$/gm)) along(candidate!);
    return along;
  }

  /** @param packet RTP, in the clear */
  send(packet: Buffer): void {
    if (this.srtp) this.toRemote(this.srtp.sealed(packet));
  }

  /** Of the packets between the first and the last that came. */
  get lost(): number {
    return [...this.numbers.values()].reduce((sum, { first, highest, packets }) => sum + (highest - first + 1 - packets), 0);
  }

  close(): void {
    this.dtls.stop();
    this.socket.close();
  }

  static rtp(kind: Sent['kind'], ssrc: number, number: number, timestamp: number, payload: Buffer): Buffer {
    const head = Buffer.alloc(12);
    head[0] = 0x80;
    head[1] = FORMAT[kind].payload;
    head.writeUInt16BE(number & 0xffff, 2);
    head.writeUInt32BE(timestamp >>> 0, 4);
    head.writeUInt32BE(ssrc, 8);
    return Buffer.concat([head, payload]);
  }

  private take(packet: Buffer, from: RemoteInfo): void {
    if (isStun(packet)) {
      if (isRequest(packet)) this.socket.send(answered(packet, from, this.password), from.port, from.address);
      this.remote = from;
      if (this.begun) return;
      this.begun = true;
      this.dtls.begin();
    } else if (isDtls(packet)) {
      this.dtls.take(packet);
    } else if ((packet[1]! & 0x7f) < 64 || (packet[1]! & 0x7f) > 95) { // RTCP lies between
      this.firstPacketAt ||= this.now();
      this.packets++;
      this.count(packet.readUInt32BE(8), packet.readUInt16BE(2));
    }
  }

  private count(ssrc: number, number: number): void {
    const known = this.numbers.get(ssrc);
    if (!known) return void this.numbers.set(ssrc, { first: number, highest: number, packets: 1 });
    known.packets++;
    const ahead = ((number - known.highest + 0x8000) & 0xffff) - 0x8000;
    if (ahead > 0) known.highest += ahead;
  }

  private toRemote(packet: Buffer): void {
    if (this.remote) this.socket.send(packet, this.remote.port, this.remote.address);
  }

  private transport(): Transport {
    return { ufrag: this.ufrag, password: this.password, fingerprint: this.certificate.fingerprint, candidate: `candidate:1 1 udp 2130706431 ${this.address} ${this.socket.address().port} typ host` };
  }
}
