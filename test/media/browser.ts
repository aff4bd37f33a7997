import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Candidate, Direction, Kind, ReceivedTrack } from '../../client/protocol.js';
import type { Feed, MediaListener, MediaRoom, MediaRooms } from '../../src/conferencing/media-rooms.js';

/** What a page counted on one received track since it began. */
export interface Received {
  seatId: string;
  kind: Kind;
  packets: number;
  frames: number;
  /** Of audio: grows while somebody is heard. */
  energy: number;
}

/** Runs in the page: two plain peer connections, driven from the test by name. */
const script = `
  const both = {};
  const waiting = { send: [], receive: [] };
  function connection(direction) {
    both[direction]?.close();
    if (direction === 'receive') document.body.replaceChildren();
    const pc = both[direction] = new RTCPeerConnection();
    pc.onicecandidate = ({ candidate }) => tellCandidate(direction, candidate ? candidate.toJSON() : null);
    return pc;
  }
  async function described(direction) {
    for (const candidate of waiting[direction].splice(0)) await both[direction].addIceCandidate(candidate);
  }
  async function addCandidates(direction, candidates) {
    for (const candidate of candidates) {
      if (both[direction]?.remoteDescription) await both[direction].addIceCandidate(candidate);
      else waiting[direction].push(candidate);
    }
  }
  async function offer(kinds) {
    const pc = connection('send');
    const stream = await navigator.mediaDevices.getUserMedia({ audio: kinds.includes('audio'), video: kinds.includes('video') && { width: 320, height: 180, frameRate: 15 } });
    for (const track of stream.getTracks()) pc.addTransceiver(track, { direction: 'sendonly' });
    await pc.setLocalDescription();
    return pc.localDescription.sdp;
  }
  async function offerAgain(kind, iceRestart) {
    const pc = both.send;
    if (kind) {
      const stream = await navigator.mediaDevices.getUserMedia({ [kind]: true });
      for (const track of stream.getTracks()) pc.addTransceiver(track, { direction: 'sendonly' });
    }
    if (iceRestart) pc.restartIce();
    await pc.setLocalDescription();
    return pc.localDescription.sdp;
  }
  async function answered(sdp) {
    await both.send.setRemoteDescription({ type: 'answer', sdp });
    await described('send');
  }
  async function answer(sdp, anew) {
    const pc = anew || !both.receive ? connection('receive') : both.receive;
    pc.ontrack ??= ({ track, transceiver }) => {
      const id = 'mid-' + transceiver.mid;
      const element = document.getElementById(id) ?? document.body.appendChild(document.createElement(track.kind));
      Object.assign(element, { id, srcObject: new MediaStream([track]), autoplay: true, muted: track.kind === 'video' });
    };
    await pc.setRemoteDescription({ type: 'offer', sdp });
    await pc.setLocalDescription();
    await described('receive');
    return pc.localDescription.sdp;
  }
  async function received() {
    if (!both.receive) return [];
    return [...(await both.receive.getStats()).values()].filter((one) => one.type === 'inbound-rtp')
      .map((one) => ({ mid: one.mid, kind: one.kind, packets: one.packetsReceived, frames: one.framesDecoded ?? 0, energy: one.totalAudioEnergy ?? 0 }));
  }
  function pixels(mids) {
    return mids.map((mid) => document.getElementById('mid-' + mid)).map((video) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
      const context = canvas.getContext('2d');
      context.drawImage(video, 0, 0, 64, 36);
      return context.getImageData(0, 0, 64, 36).data.reduce((sum, value, at) => (sum * 31 + value * (at % 97)) >>> 0, 7);
    });
  }
`;

export interface Hung {
  seatId: string;
  direction: Direction;
  why: string;
}

/** Real Chromium with fake devices, whose pages sit in the seats of the rooms under test. */
export class Theatre implements MediaListener {
  readonly seats = new Map<string, Seat>();
  readonly feeds = new Map<string, Kind[]>();
  readonly hung: Hung[] = [];
  readonly availability: boolean[] = [];

  private constructor(readonly rooms: MediaRooms, private readonly browser: Browser, private readonly server: Server) {}

  static async open(rooms: MediaRooms): Promise<Theatre> {
    const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(`<!doctype html><body><script>${script}</script>`));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required'],
    });
    const theatre = new Theatre(rooms, browser, server);
    rooms.listen(theatre);
    return theatre;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }

  /** Closes every page, and lets the gateway end what they held. */
  async clear(): Promise<void> {
    await Promise.all([...this.seats.values()].map((seat) => seat.page.context().close()));
    await Promise.all([...this.seats.keys()].map((seatId) => this.rooms.hangUp(seatId)));
    this.seats.clear();
    this.feeds.clear();
    this.hung.length = 0;
    this.availability.length = 0;
  }

  /** Plays recorded files in a page, each to its end, ten times as fast. */
  async plays(files: readonly string[]): Promise<{ width: number; ended: boolean }[]> {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`);
    const played = [];
    for (const file of files) {
      const source = `data:${file.endsWith('.webm') ? 'video/webm' : 'audio/ogg'};base64,${readFileSync(file).toString('base64')}`;
      played.push(await page.evaluate<{ width: number; ended: boolean }>(`new Promise((done, failed) => {
        const video = Object.assign(document.createElement('video'), { muted: true, playbackRate: 10 });
        video.onended = () => done({ width: video.videoWidth, ended: video.ended });
        video.onerror = () => failed(new Error(video.error.message));
        video.src = ${JSON.stringify(source)};
        video.play();
      })`));
    }
    await context.close();
    return played;
  }

  async seat(seatId: string, { devices = true } = {}): Promise<Seat> {
    const context = await this.browser.newContext({ permissions: devices ? ['camera', 'microphone'] : [] });
    const page = await context.newPage();
    await page.exposeFunction('tellCandidate', (direction: Direction, candidate: Candidate | null) => this.rooms.trickle(seatId, direction, candidate?.candidate ? [candidate] : [], !candidate).catch(() => {}));
    await page.goto(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`);
    const seat = new Seat(seatId, page, this.rooms);
    this.seats.set(seatId, seat);
    return seat;
  }

  candidates(seatId: string, direction: Direction, candidates: Candidate[]): void {
    this.seats.get(seatId)?.page.evaluate(`addCandidates(${JSON.stringify(direction)}, ${JSON.stringify(candidates)})`).catch(() => {});
  }

  sending(_seatId: string, feedId: string, kinds: Kind[]): void {
    this.feeds.set(feedId, kinds);
  }

  hungUp(seatId: string, direction: Direction, why: string): void {
    this.hung.push({ seatId, direction, why });
  }

  available(available: boolean): void {
    this.availability.push(available);
  }
}

/** One page in one seat. */
export class Seat {
  tracks: ReceivedTrack[] = [];
  /** The last offer and answer, as the browser had them. */
  lastAnswer = '';

  constructor(readonly seatId: string, readonly page: Page, private readonly rooms: MediaRooms) {}

  async publish(room: MediaRoom, feedId: string, kinds: Kind[] = ['audio', 'video'], silenced: Kind[] = []): Promise<Feed> {
    const feed = { feedId, seatId: this.seatId };
    await this.answered(await this.rooms.publish(room, feed, await this.ask<string>('offer', kinds), silenced));
    return feed;
  }

  async publishAgain(room: MediaRoom, feed: Feed, { add = null, iceRestart = false }: { add?: Kind | null; iceRestart?: boolean }): Promise<void> {
    await this.answered(await this.rooms.publish(room, feed, await this.ask<string>('offerAgain', add, iceRestart)));
  }

  /** Takes an offer of these feeds and answers it; false when there was none to take. */
  async receive(room: MediaRoom, feeds: readonly Feed[], options: { open?: boolean; anew?: boolean } = {}): Promise<boolean> {
    const offered = await this.rooms.offer(room, this.seatId, feeds, options);
    if (!offered) return false;
    await this.take(offered, options.anew);
    return true;
  }

  async take(offered: { sdp: string; tracks: ReceivedTrack[] }, anew = false): Promise<void> {
    this.tracks = offered.tracks;
    await this.rooms.accept(this.seatId, await this.ask<string>('answer', offered.sdp, anew));
  }

  async received(): Promise<Received[]> {
    const counted = await this.ask<(Received & { mid: string })[]>('received');
    return this.tracks.map(({ mid, seatId, kind }) => {
      const one = counted.find((other) => other.mid === mid);
      return { seatId, kind, packets: one?.packets ?? 0, frames: one?.frames ?? 0, energy: one?.energy ?? 0 };
    });
  }

  /** Packets on whatever track, told of or not. */
  async packets(): Promise<number> {
    return (await this.ask<Received[]>('received')).reduce((sum, one) => sum + one.packets, 0);
  }

  /** One number for each picture that is received now. */
  pixels(): Promise<number[]> {
    return this.ask<number[]>('pixels', this.tracks.filter(({ kind }) => kind === 'video').map(({ mid }) => mid));
  }

  private async answered(sdp: string): Promise<void> {
    this.lastAnswer = sdp;
    await this.ask('answered', sdp);
  }

  private ask<Result>(what: string, ...args: unknown[]): Promise<Result> {
    return this.page.evaluate(`${what}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`) as Promise<Result>;
  }
}

/** Looks until it is so, and says what was missing when it never was. */
export async function until<Seen>(what: string, look: () => Seen | Promise<Seen>, limitMs = 10_000): Promise<NonNullable<Seen>> {
  const end = Date.now() + limitMs;
  let seen: Seen;
  do {
    seen = await look();
    if (seen) return seen as NonNullable<Seen>;
    await new Promise((later) => setTimeout(later, 50));
  } while (Date.now() < end);
  throw new Error(`Not within ${limitMs} ms: ${what}`);
}
