import type { Farewell } from '../../client/protocol.ts';
import { wear } from '../kit/look.ts';
import { OwnDevices } from './devices/own-devices.ts';
import { comeBack, join, resolve, type Entered, type Pass, type PublicSession, type Refused, type Resolved, type Said } from './entry.ts';
import { forgetLink, hasLeft, linkFor, noteLeft, settle, type Address } from './link.ts';
import { reportOpened, reportTroubles } from './report.ts';
import { Store } from './store.ts';
import { speak } from '../words/spoken.js';

/** How far somebody has come on the way in. */
export type Step =
  | { at: 'opening' }
  | { at: 'dead-link' }
  | { at: 'unreachable'; refused: Refused }
  | { at: 'registration-needed'; session: PublicSession }
  | { at: 'over'; session: PublicSession; farewell: Farewell | null }
  | { at: 'banned'; session: PublicSession }
  | { at: 'other-seat'; invited: Resolved; token: string }
  | { at: 'pre-join'; invited: Resolved }
  | { at: 'inside'; invited: Resolved; entered: Entered };

const AGAIN_MS = 4_000;

/** The way from an address to a seat. The server decides each step; this only asks and remembers. */
export class Arrival {
  readonly step = new Store<Step>({ at: 'opening' });
  /** Null for who only watches and listens. */
  devices: OwnDevices | null = null;
  /** By which link somebody came here. */
  private reported?: string;
  private retry?: ReturnType<typeof setTimeout>;

  constructor(private address: Address) {}

  async open(): Promise<void> {
    clearTimeout(this.retry);
    const pass = this.pass();
    if (!pass) return this.step.set({ at: 'dead-link' });
    const answer = await resolve(pass);
    if (!('value' in answer)) {
      if (answer.code === 'unreachable') this.retry = setTimeout(() => void this.open(), AGAIN_MS * (0.5 + Math.random()));
      // Known, and without a seat yet, or without one for good: their own page says how it stands.
      if ('token' in pass && answer.code.startsWith('registration-')) return location.replace(`/me/${encodeURIComponent(pass.token)}`);
      const dead = answer.status === 404;
      return this.step.set(dead ? { at: 'dead-link' } : { at: 'unreachable', refused: answer });
    }
    const invited = answer.value;
    const { session } = invited;
    wear(session.accent);
    await speak(invited.you.language);
    // Somebody else's link, most likely: what it would do to the seat that one has is asked first.
    if ('token' in pass && invited.otherSeat && invited.entry !== 'closed') return this.step.set({ at: 'other-seat', invited, token: pass.token });
    if ('token' in pass) settle(session.slug, pass.token);
    if ('token' in pass && !this.reported) reportOpened(pass.token);
    if ('token' in pass) this.reported = pass.token;
    this.address = { slug: session.slug };
    await this.goOn(invited);
  }

  /** It is one's own link after all: the seat that this browser held before is let go at *Join*. */
  async useLink(invited: Resolved, token: string): Promise<void> {
    this.reported = token;
    reportOpened(token);
    settle(invited.session.slug, token);
    this.address = { slug: invited.session.slug };
    await this.goOn(invited);
  }

  /** Back to the seat that this browser has; the other link is forgotten. */
  async keepSeat({ session }: Resolved): Promise<void> {
    this.step.set({ at: 'opening' });
    forgetLink(session.slug);
    this.address = { slug: session.slug };
    await this.open();
  }

  private async goOn(invited: Resolved): Promise<void> {
    const { session } = invited;
    if (invited.entry === 'closed') return this.step.set({ at: 'over', session, farewell: invited.farewell });
    if (invited.entry === 'banned') return this.step.set({ at: 'banned', session });
    // Who has a seat here goes back to it; who pressed Leave decides anew.
    if (invited.seatId && !hasLeft(session.slug)) {
      const back = await comeBack(session.slug, invited.seatId);
      if ('value' in back) return this.goIn(invited, back.value);
    }
    if (invited.entry === 'registration-needed') return this.step.set({ at: 'registration-needed', session });
    this.readyDevices(invited);
    this.step.set({ at: 'pre-join', invited });
  }

  /** The click on Join. Answers what stands in the way, if anything does. */
  async enter(invited: Resolved, name: string, moveHere: boolean, said: Said = {}): Promise<Refused | null> {
    const answer = await join(this.pass() ?? { slug: invited.session.slug }, name, moveHere, said);
    if ('value' in answer) {
      this.goIn({ ...invited, you: { ...invited.you, name } }, answer.value);
      return null;
    }
    // Allowed meanwhile: the question is asked, and then what was pressed is pressed again.
    if (answer.code === 'session-over' || answer.code === 'banned' || (answer.code === 'recording-not-agreed' && !invited.recording)) void this.open();
    return answer;
  }

  /** The seat was taken to another device or tab, and now it shall be here. */
  async useHere(invited: Resolved): Promise<void> {
    this.step.set({ at: 'opening' });
    const back = invited.seatId ? await comeBack(invited.session.slug, invited.seatId) : null;
    if (back && 'value' in back) return this.goIn(invited, back.value);
    const trouble = await this.enter(invited, invited.you.name, true);
    if (trouble) await this.open();
  }

  /** Everybody's, once inside: who only watches may be asked on stage. Nothing is opened by it. */
  devicesInside(): OwnDevices {
    return (this.devices ??= new OwnDevices());
  }

  /** After Leave. */
  leave(slug: string): void {
    noteLeft(slug, true);
    this.letDevicesGo();
  }

  /** What the organizer says to who goes; nothing where nobody answers. */
  async farewell(): Promise<Farewell | null> {
    const pass = this.pass();
    const answer = pass && (await resolve(pass));
    return answer && 'value' in answer ? answer.value.farewell : null;
  }

  letDevicesGo(): void {
    this.devices?.release();
    this.devices = null;
  }

  private goIn(invited: Resolved, entered: Entered): void {
    noteLeft(invited.session.slug, false);
    this.readyDevices(invited);
    this.step.set({ at: 'inside', invited: { ...invited, seatId: entered.seatId }, entered });
  }

  private readyDevices(invited: Resolved): void {
    if (!invited.you.deviceCheck || this.devices) return;
    this.devices = new OwnDevices();
    if (this.reported) reportTroubles(this.reported, this.devices);
    void this.devices.open();
  }

  private pass(): Pass | null {
    if (!this.address || 'token' in this.address) return this.address;
    const token = linkFor(this.address.slug);
    return token ? { token } : this.address;
  }
}
