import { mediaAddress } from '../../embedded/janus.ts';
import { now, pause, quantile, until } from '../measured.ts';
import { Organizer } from '../organizer.ts';
import type { Parts, Program } from '../parts.ts';
import { BareHost } from '../peer/bare-host.ts';
import { wallTimeFor, type Doors } from './house.ts';
import type { Look, Question } from './waiting-peers.ts';

const PEOPLE_IN_A_PROCESS = 250;

export interface Heard {
  readonly first: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly hearing: number;
  /** Packets before *Start*: what is warm carries nothing. */
  readonly early: number;
}

/** Many people without browsers, each by our own signalling and with a whole connection, and what they hear first after *Start*. */
export class BareCrowd {
  private readonly origin: string;
  private readonly organizer: Organizer;
  private readonly programs: readonly Program[];
  private readonly people: number;
  private readonly address = mediaAddress() ?? '127.0.0.1';

  private constructor(origin: string, organizer: Organizer, programs: readonly Program[], people: number) {
    [this.origin, this.organizer, this.programs, this.people] = [origin, organizer, programs, people];
  }

  static async gather(parts: Parts, origin: string, people: number): Promise<BareCrowd> {
    const programs = Array.from({ length: Math.ceil(people / PEOPLE_IN_A_PROCESS) }, () => parts.program('./waiting-peers.ts', import.meta.url));
    return new BareCrowd(origin, await Organizer.signUp(origin), programs, people);
  }

  async hears(doors: Doors): Promise<Heard> {
    const { id, slug } = await this.organizer.post<{ id: string; slug: string }>('/api/sessions', { title: `${doors}, without browsers`, theme: 'webinar', registration: null, wallTime: wallTimeFor(doors), timeZone: 'UTC', durationMinutes: 60 });
    const host = await BareHost.enters(this.organizer, this.origin, id, this.address);
    const share = Math.ceil(this.people / this.programs.length);
    await this.ask((index) => ({ do: 'arrive', url: this.origin, slug, people: Math.min(share, this.people - index * share), offset: index * share, address: this.address }));
    if (doors === 'warm') await until('everybody is warm', async () => (await this.look()).connected === this.people, 180_000, 1_000);
    await pause(2_000);
    const { early } = await this.look();
    const began = now();
    host.starts();
    // Nothing is asked of them in the first second.
    await pause(1_500);
    await until('everybody hears', async () => (await this.look()).hearing === this.people, 60_000, 500).catch(() => undefined);
    const { hearing, refused } = await this.look();
    if (refused.length > 0) process.stdout.write(`refused: ${refused.join(', ')}\n`);
    const times = Float64Array.from((await this.ask<{ heardAt: Float64Array }>(() => ({ do: 'collect' }))).flatMap(({ heardAt }) => [...heardAt]), (at) => at - began);
    await this.ask(() => ({ do: 'leave' }));
    host.leaves();
    await this.organizer.post(`/api/sessions/${id}/end`, {});
    return { first: quantile(times, 0), p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: quantile(times, 1), hearing, early };
  }

  private async look(): Promise<Look> {
    const looks = await this.ask<Look>(() => ({ do: 'look' }));
    const sum = (of: 'connected' | 'hearing' | 'early') => looks.reduce((total, one) => total + one[of], 0);
    return { connected: sum('connected'), hearing: sum('hearing'), early: sum('early'), refused: [...new Set(looks.flatMap(({ refused }) => refused))] };
  }

  private ask<Answer>(question: (index: number) => Question): Promise<Answer[]> {
    return Promise.all(this.programs.map((one, index) => one.ask<Answer>(question(index))));
  }
}
