import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Letter, type Person, Set, wallTimeIn } from '../journeys/set.ts';
import { paintBeforeCamera, type Portrait } from './portrait.ts';

export interface Session {
  id: string;
  slug: string;
  title: string;
  publicUrl: string;
  version: number;
}

const QUESTIONS = [
  { label: 'Company', help: '', kind: 'short-text', required: false, options: [] },
  { label: 'How did you hear of it?', help: '', kind: 'choice', required: true, options: ['A friend', 'The newsletter', 'Somewhere else'] },
  { label: 'What shall we talk about?', help: 'As many as you like.', kind: 'choices', required: false, options: ['Spread spectrum', 'Torpedoes', 'Player pianos'] },
  { label: 'A question for Hedy', help: 'She answers the best ones in the session.', kind: 'long-text', required: false, options: [] },
  { label: 'My question may be read aloud', help: '', kind: 'checkbox', required: true, options: [] },
];

export const ANSWERS = { company: 'Analytical Engines Ltd', 'how-did-you-hear-of-it': 'A friend', 'what-shall-we-talk-about': ['Player pianos'], 'my-question-may-be-read-aloud': true };

/** The people of all scenes, their sessions, and everything real around them. */
export class Cast {
  private people: Person[] = [];
  private seats: WebSocket[] = [];
  private organizer?: { cookie: string };

  private constructor(readonly set: Set, private readonly recordings: string) {}

  static async up(): Promise<Cast> {
    const recordings = mkdtempSync(join(tmpdir(), 'foyer-screenshots-recordings-'));
    chmodSync(recordings, 0o711); // Janus runs as a user of its own
    return new Cast(await Set.up({ RECORDINGS_DIR: recordings }), recordings);
  }

  async down(): Promise<void> {
    await this.set.down();
    rmSync(this.recordings, { recursive: true, force: true });
  }

  /** Everyone of a scene goes home. */
  async leaveStage(): Promise<void> {
    for (const seat of this.seats) seat.close();
    await Promise.all(this.people.map(({ context }) => context.close()));
    [this.people, this.seats] = [[], []];
  }

  /** A person with a browser, seen by the camera as `portrait`. */
  async person(name: string, portrait?: Portrait, timezoneId = 'Europe/Berlin'): Promise<Person> {
    const person = await this.set.person(name, { timezoneId, viewport: { width: 1280, height: 800 } });
    if (portrait) await person.context.addInitScript(paintBeforeCamera, portrait);
    this.people.push(person);
    return person;
  }

  /** Hedy's browser, signed in. */
  async hedy(portrait?: Portrait): Promise<Person> {
    const hedy = await this.person('Hedy Lamarr', portrait, 'America/New_York');
    const { cookie } = await this.account();
    const [name, value] = cookie.split('=') as [string, string];
    await hedy.context.addCookies([{ name, value, url: this.set.product.url }]);
    return hedy;
  }

  /** Schedules, so many minutes from now. */
  async schedules(title: string, minutes: number, more: object = {}): Promise<Session> {
    const timeZone = 'America/New_York';
    return this.api('POST', '/api/sessions', { title, wallTime: wallTimeIn(minutes, timeZone), timeZone, durationMinutes: 60, theme: 'meeting', registration: { fields: [] }, ...more });
  }

  /** The one with a full page: description and every usual kind of question, three days ahead. */
  schedulesWithQuestions(): Promise<Session> {
    return this.schedules('Frequency hopping, explained', 3 * 24 * 60, {
      description: 'How a player piano led to a radio that nobody can jam.\n\nBring your questions: half of the hour is yours. The slides are at https://example.org/hopping afterwards.',
      registration: { fields: QUESTIONS },
    });
  }

  async registers(session: Session, name: string, email: string, answers: object = {}): Promise<void> {
    await this.asks('POST', `/api/public/sessions/${session.slug}/registrations`, { email, name, answers, timeZone: 'Europe/Berlin', locale: 'en-GB' });
  }

  /** Registers, and reads the confirmation. */
  async invited(session: Session, name: string, email: string, answers: object = {}): Promise<Letter> {
    await this.registers(session, name, email, answers);
    return this.set.mail(email, new RegExp(`registered: ${session.title}`));
  }

  registersWithAnswers(session: Session, name: string, email: string): Promise<Letter> {
    return this.invited(session, name, email, ANSWERS);
  }

  /** Somebody in the room without a camera: a seat and a socket, as a browser holds them. */
  async seated(session: Session, name: string, link?: string): Promise<WebSocket> {
    return this.sits(await this.asks('POST', '/api/join', { ...(link ? { token: link.split('/').at(-1) } : { slug: session.slug }), name }));
  }

  /** Hedy's own seat, in the same way. */
  async enters({ id }: Session): Promise<WebSocket> {
    return this.sits(await this.api('POST', `/api/sessions/${id}/enter`, {}));
  }

  private async sits({ ticket }: { ticket: string }): Promise<WebSocket> {
    const socket = new WebSocket(`${this.set.product.url.replace('http', 'ws')}/ws`, { origin: this.set.product.url });
    this.seats.push(socket);
    await new Promise((greeted, failed) => {
      socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', ticket }))).once('message', greeted).once('error', failed).once('close', failed);
    });
    return socket;
  }

  /** As Hedy, over the API. */
  async api<Answer>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    const { cookie } = await this.account();
    return this.ask<Answer>(method, path, body, { cookie, ...headers }).then(({ answer }) => answer);
  }

  private async account(): Promise<{ cookie: string }> {
    if (!this.organizer) {
      const { cookie } = await this.ask('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
      this.organizer = { cookie };
    }
    return this.organizer;
  }

  /** As nobody in particular. */
  asks<Answer>(method: string, path: string, body: object): Promise<Answer> {
    return this.ask<Answer>(method, path, body).then(({ answer }) => answer);
  }

  private async ask<Answer>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<{ answer: Answer; cookie: string }> {
    const { url } = this.set.product;
    const response = await fetch(url + path, {
      method, signal: AbortSignal.timeout(20_000),
      headers: { origin: url, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return { answer: (text ? JSON.parse(text) : null) as Answer, cookie: (response.headers.getSetCookie()[0] ?? '').split(';')[0]! };
  }
}
