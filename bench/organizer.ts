/** An organizer's browser, as far as a benchmark needs one: signed up, scheduling, starting. */
export class Organizer {
  private readonly origin: string;
  private readonly site: string;
  private cookie = '';

  private constructor(origin: string, site: string) {
    this.origin = origin;
    this.site = site;
  }

  /** @param site what the browser calls it, where a proxy stands before `origin` */
  static async signUp(origin: string, site = origin): Promise<Organizer> {
    const organizer = new Organizer(origin, site);
    await organizer.post('/api/identity/sign-up', { name: 'Olga Organizer', email: 'olga@bench.example', password: 'a long enough password' });
    return organizer;
  }

  /** In half an hour and more: nothing but the benchmark falls due while it runs. */
  schedule(session: { title: string; theme: string; registration: object | null }): Promise<{ id: string; slug: string }> {
    const wallTime = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 16);
    return this.post('/api/sessions', { ...session, wallTime, timeZone: 'UTC', durationMinutes: 60 });
  }

  /** It begins so many hours after it did. */
  async move(id: string, wallTime: string): Promise<void> {
    const { version } = await this.ask<{ version: number }>('GET', `/api/sessions/${id}`);
    await this.ask('PATCH', `/api/sessions/${id}`, { wallTime }, { 'if-match': `"${version}"` });
  }

  post<Answer>(path: string, body: object): Promise<Answer> {
    return this.ask<Answer>('POST', path, body);
  }

  async ask<Answer>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return JSON.parse(await this.told(method, path, body, headers)) as Answer;
  }

  /** The answer as it came. */
  read(path: string): Promise<string> {
    return this.told('GET', path);
  }

  private async told(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<string> {
    const response = await fetch(this.origin + path, {
      method,
      headers: { origin: this.site, cookie: this.cookie, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    const given = response.headers.getSetCookie().map((one) => one.split(';')[0]!);
    this.cookie = [...new Map([...this.cookie.split('; ').filter(Boolean), ...given].map((pair) => [pair.split('=')[0], pair])).values()].join('; ');
    return text;
  }
}
