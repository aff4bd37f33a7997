import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import type { RoomConnection, Ticket } from '../../web/room/connection.ts';
import { sleep } from './fault.ts';
import { until } from './mail-fault.ts';

/** The page's own line to the server, wherever it was loaded from. */
export type PageLine = typeof RoomConnection;

interface Seat {
  readonly line: RoomConnection;
  /** When its page first showed the room; 0 before. */
  inAt: number;
  /** Since when its line is lost; 0 while it is open. */
  lostSince: number;
  /** How long it was away each time, in seconds. */
  readonly away: number[];
  /** How its sockets ended. */
  readonly closes: number[];
}

const AT_ONCE = 25;
/** As the page's own requests. */
const PATIENCE_MS = 6_000;

/**
 * Many people who wait, each with the page's own line to the server: it comes back as the page does, by the seat's
 * cookie, and knows what the page knows. What they see is written down.
 */
export class Crowd {
  readonly seats: Seat[] = [];
  private readonly Line: PageLine;
  private readonly origin: string;
  private readonly agent = new Agent({ keepAlive: false });

  /** @param origin where the browsers go: the product, or what stands before it */
  constructor(Line: PageLine, origin: string) {
    this.Line = Line;
    this.origin = origin;
  }

  async arrive(slug: string, people: number): Promise<void> {
    let next = 0;
    const one = async (): Promise<void> => {
      for (let number = next++; number < people; number = next++) await this.join(slug, `Guest ${number}`);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    await until(`${people} wait in the foyer`, () => this.seats.every(({ line }) => line.store.get().room?.you.place === 'foyer'), 60_000);
  }

  get inside(): number {
    return this.seats.filter(({ inAt }) => inAt > 0).length;
  }

  /** On an open line, and in the room by what the server last said. */
  get present(): number {
    return this.seats.filter(({ line }) => line.store.get().line === 'open' && line.store.get().room?.you.place === 'room').length;
  }

  get onLine(): number {
    return this.seats.filter(({ line }) => line.store.get().line === 'open').length;
  }

  /** As browsers say when their network returns. */
  wake(): void {
    for (const { line } of this.seats) line.wake(true);
  }

  /** Seconds from then until the last one was in, of those who are. */
  lastInAfter(since: number): number {
    return Math.max(0, ...this.seats.map(({ inAt }) => inAt - since)) / 1_000;
  }

  async leave(): Promise<void> {
    for (const { line } of this.seats.splice(0)) line.close();
    await sleep(200);
    this.agent.destroy();
  }

  private async join(slug: string, name: string): Promise<void> {
    const { status, body, cookie } = await this.post('/api/join', { slug, name }, '');
    if (status !== 200) throw new Error(`Joining: ${status} ${body}`);
    const { ticket, seatId } = JSON.parse(body) as { ticket: string; seatId: string };
    const closes: Seat['closes'] = [];
    const line = new this.Line(ticket, {
      address: `${this.origin.replace('http', 'ws')}/ws`,
      freshTicket: () => this.back(slug, seatId, cookie),
      connect: (address) => {
        const socket = new WebSocket(address, { perMessageDeflate: false });
        socket.on('error', () => undefined).on('close', (code) => closes.push(code));
        return socket as never;
      },
    });
    const seat: Seat = { line, inAt: 0, lostSince: 0, away: [], closes };
    line.store.watch(() => {
      const { line: how, room } = line.store.get();
      if (how === 'reconnecting') seat.lostSince ||= Date.now();
      if (how === 'open' && seat.lostSince > 0) {
        seat.away.push((Date.now() - seat.lostSince) / 1_000);
        seat.lostSince = 0;
      }
      if (room?.you.place === 'room') seat.inAt ||= Date.now();
    });
    this.seats.push(seat);
  }

  private async back(slug: string, seatId: string, cookie: string): Promise<Ticket> {
    const answer = await this.post('/api/join/return', { slug, seatId }, cookie).catch(() => null);
    if (!answer || answer.status >= 500 || answer.status === 429) return 'unreachable';
    return answer.status === 200 ? { ticket: (JSON.parse(answer.body) as { ticket: string }).ticket } : 'no-seat';
  }

  private post(path: string, body: object, cookie: string): Promise<{ status: number; body: string; cookie: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(this.origin + path, { method: 'POST', agent: this.agent, headers: { 'content-type': 'application/json', ...(cookie && { cookie }) }, signal: AbortSignal.timeout(PATIENCE_MS) }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('error', reject).on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({
          status: response.statusCode ?? 0, body: text, cookie: (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; '),
        }));
      });
      sent.on('error', reject).end(JSON.stringify(body));
    });
  }
}
