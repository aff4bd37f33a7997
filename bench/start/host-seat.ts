import { WebSocket } from 'ws';
import { until } from '../measured.ts';
import type { Organizer } from '../organizer.ts';

/** The host of one session after the other: backstage in the room, with a hand on *Start*. */
export class HostSeat {
  /** What everybody was told last, byte for byte. */
  frame = '';
  readonly by: 'seat' | 'http';
  private readonly organizer: Organizer;
  private readonly url: string;
  private session = { id: '', slug: '' };
  private socket?: WebSocket;

  constructor(organizer: Organizer, url: string, by: 'seat' | 'http') {
    this.organizer = organizer;
    this.url = url;
    this.by = by;
  }

  async enters(title: string): Promise<{ slug: string }> {
    this.frame = '';
    this.session = await this.organizer.schedule({ title, theme: 'webinar', registration: null });
    const { ticket } = await this.organizer.post<{ ticket: string }>(`/api/sessions/${this.session.id}/enter`, {});
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/ws`, { perMessageDeflate: false });
    let seated = false;
    socket.on('message', (data) => {
      const text = String(data);
      seated ||= text.startsWith('{"type":"state"');
      if (text.startsWith('{"type":"opened"')) this.frame = text;
    });
    socket.on('error', () => undefined);
    await new Promise((open) => socket.once('open', open));
    socket.send(JSON.stringify({ type: 'hello', ticket }));
    this.socket = socket;
    await until('the host is seated', () => seated, 10_000);
    return this.session;
  }

  /** By the button in the room, or by the API. */
  async starts(): Promise<void> {
    if (this.by === 'http') await this.organizer.post(`/api/sessions/${this.session.id}/start`, {});
    else this.socket!.send('{"type":"start"}');
  }

  async leaves(): Promise<void> {
    await until('the host is told', () => this.frame !== '', 10_000);
    this.socket!.terminate();
  }
}
