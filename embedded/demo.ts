import { randomBytes } from 'node:crypto';
import type { Folder } from './folder.ts';

/** The organizer whom `npm start` makes, to look around with. */
export interface DemoOrganizer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What is left of a demo session to show. */
export interface DemoSession {
  readonly id: string;
  readonly publicUrl: string;
  readonly title: string;
  readonly when: { readonly startsAt: string };
  readonly phase: string;
}

/** Speaks to the product as the demo organizer's browser would: over HTTP, with a session cookie. */
export class DemoDesk {
  private readonly api: string;
  private readonly origin: string;
  private cookie = '';

  /** `api` is where it listens, `origin` what browsers see. */
  constructor(api: string, origin: string) {
    this.api = api;
    this.origin = origin;
  }

  /** False where the instance knows neither this account nor takes a new one: somebody else's database. */
  async enter(organizer: DemoOrganizer): Promise<boolean> {
    const { email, password } = organizer;
    if ((await this.call('POST', '/api/identity/sign-in', { email, password })).ok) return true;
    return (await this.call('POST', '/api/identity/sign-up', organizer)).ok;
  }

  /** The last demo session while it is not over, else a new one that starts in ten minutes. */
  async session(lastId: string | null): Promise<DemoSession> {
    if (lastId) {
      const last = await this.call('GET', `/api/sessions/${encodeURIComponent(lastId)}`);
      const known = last.ok ? ((await last.json()) as DemoSession) : null;
      if (known && ['upcoming', 'ready', 'live'].includes(known.phase)) return known;
    }
    const made = await this.call('POST', '/api/sessions', demoSession(new Date(Date.now() + 10 * 60_000)));
    if (!made.ok) throw new Error(`The demo session was refused: ${made.status} ${await made.text()}`);
    return (await made.json()) as DemoSession;
  }

  async newKey(name: string): Promise<string> {
    const made = await this.call('POST', '/api/identity/api-keys', { name });
    if (!made.ok) throw new Error(`No API key was given: ${made.status} ${await made.text()}`);
    return ((await made.json()) as { key: string }).key;
  }

  private async call(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(this.api + path, {
      method,
      headers: { origin: this.origin, accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}), ...(this.cookie ? { cookie: this.cookie } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
    });
    const given = response.headers.getSetCookie().map((one) => one.split(';')[0]!);
    if (response.ok && given.length > 0) this.cookie = given.join('; ');
    return response;
  }
}

/** Its password is made once and kept. */
export const demoOrganizer = (folder: Folder): DemoOrganizer => ({
  name: 'Demo Organizer',
  email: 'demo@foyer.example',
  password: (folder.read('demo.password') ?? keep(folder, randomBytes(9).toString('base64url'))).trim(),
});

function keep(folder: Folder, password: string): string {
  folder.write('demo.password', `${password}\n`);
  return password;
}

function demoSession(start: Date): object {
  const two = (number: number) => String(number).padStart(2, '0');
  const field = (key: string, label: string, kind: string, required: boolean, options: string[] = []) => ({ key, label, help: '', kind, required, options });
  return {
    title: 'A look around the foyer',
    description: 'A session to try things with: register, open the link from the mail, wait in the foyer, and start it from the desk.',
    // This machine's clock on the wall; its process knows its zone.
    wallTime: `${start.getFullYear()}-${two(start.getMonth() + 1)}-${two(start.getDate())}T${two(start.getHours())}:${two(start.getMinutes())}`,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    occurrence: 'earlier',
    durationMinutes: 45,
    theme: 'meeting',
    registration: {
      fields: [
        field('company', 'Company', 'short-text', false),
        field('topic', 'What brings you here?', 'choice', true, ['Curiosity', 'A real session soon', 'Something else']),
        field('updates', 'Tell me about the next session too', 'checkbox', false),
      ],
    },
  };
}
