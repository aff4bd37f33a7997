import { availableParallelism } from 'node:os';
import { cpuOf } from '../cpu.ts';
import { median, now, numberOf, pause, round, table, versionsOf, type Measured } from '../measured.ts';
import type { Parts, Program } from '../parts.ts';
import type { Question as SpeakerQuestion } from './speaker.ts';
import { startJanus, type RunningJanus } from './two-januses.ts';
import type { Question as ViewersQuestion } from './viewers.ts';

const GOAL = { ratio: 0.5, lost: 0 };
const VIEWERS_IN_A_PROCESS = 100;
const FEED = 'speaker';
const ROOM = 'hall';

interface Window {
  /** Microseconds of Janus for each packet that it sent. */
  readonly microseconds: number;
  readonly cores: number;
  readonly packets: number;
  /** Between the first and the last packet of each viewer; what never reached anyone at the end is in `short`. */
  readonly lost: number;
  readonly short: number;
}

interface Hall {
  readonly janus: RunningJanus;
  readonly speaker: Program;
  readonly viewers: readonly Program[];
}

export const minutes = (options: readonly string[]): number => 5 + numberOf(options, 'rounds', 3);

/** What a packet costs Janus as we configure it, beside Janus by default: the same people, in turns, one speaking and all others receiving. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const viewers = numberOf(options, 'viewers', 200);
  const seconds = numberOf(options, 'seconds', 6);
  const rounds = numberOf(options, 'rounds', 3, 3);
  const halls = { ours: await hall(parts, 'by us', viewers), floor: await hall(parts, 'by default', viewers) };
  const found: Record<keyof typeof halls, Window[]> = { ours: [], floor: [] };
  for (let number = 0; number <= rounds; number++) {
    for (const whose of number % 2 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)) {
      // The first one is for warming up, and for keys that no packet has needed yet.
      const window = await spoken(halls[whose], number === 0 ? 1 : seconds, viewers);
      if (number > 0) found[whose].push(window);
      process.stdout.write(`round ${number}, ${whose}: ${round(window.microseconds)} µs for each of ${window.packets} packets, ${window.lost + window.short} lost\n`);
    }
  }
  return judged(found, { viewers, seconds, rounds });
}

async function hall(parts: Parts, configured: 'by us' | 'by default', people: number): Promise<Hall> {
  const janus = parts.keep(await startJanus(configured));
  const { url, apiSecret, adminKey } = janus;
  const speaker = parts.program('./speaker.ts', import.meta.url);
  await speaker.ask({ do: 'enter', url, apiSecret, adminKey, room: ROOM, feed: FEED } satisfies SpeakerQuestion);
  await pause(1_000); // Janus knows a moment later than the speaker that they are connected
  const viewers = Array.from({ length: Math.ceil(people / VIEWERS_IN_A_PROCESS) }, () => parts.program('./viewers.ts', import.meta.url));
  await Promise.all(viewers.map((one, index) => one.ask({ do: 'enter', url, apiSecret, room: ROOM, feed: FEED, viewers: Math.min(VIEWERS_IN_A_PROCESS, people - index * VIEWERS_IN_A_PROCESS) } satisfies ViewersQuestion)));
  return { janus, speaker, viewers };
}

async function spoken({ janus, speaker, viewers }: Hall, seconds: number, people: number): Promise<Window> {
  await pause(500);
  const [cpu, began] = [cpuOf(janus.pid), now()];
  const { sent } = await speaker.ask<{ sent: number }>({ do: 'speak', ms: seconds * 1_000 } satisfies SpeakerQuestion);
  await pause(700); // what is under way
  const [cpuMs, took] = [cpuOf(janus.pid) - cpu, now() - began];
  const counted = await Promise.all(viewers.map((one) => one.ask<{ packets: number; lost: number }>({ do: 'count' } satisfies ViewersQuestion)));
  const packets = counted.reduce((sum, one) => sum + one.packets, 0);
  const lost = counted.reduce((sum, one) => sum + one.lost, 0);
  return { microseconds: (cpuMs * 1_000) / packets, cores: cpuMs / took, packets, lost, short: sent * people - packets - lost };
}

function judged(found: Record<'ours' | 'floor', Window[]>, { viewers, seconds, rounds }: { viewers: number; seconds: number; rounds: number }): Measured {
  const summary = (windows: readonly Window[]) => ({
    microsecondsPerPacket: round(median(windows.map(({ microseconds }) => microseconds))),
    cores: round(median(windows.map(({ cores }) => cores))),
    rounds: windows.map(({ microseconds }) => round(microseconds)),
    lost: windows.reduce((sum, { lost, short }) => sum + lost + short, 0),
  });
  const [us, them] = [summary(found.ours), summary(found.floor)];
  const packets = (windows: readonly Window[]) => windows.reduce((sum, one) => sum + one.packets, 0);
  const counts = { viewers, seconds, rounds, packets: packets(found.ours), packetsByFloor: packets(found.floor) };
  const ratio = round(us.microsecondsPerPacket / them.microsecondsPerPacket, 3);
  return {
    result: {
      path: 'media', ours: us, floor: them, ratio, counts, goal: GOAL, met: ratio <= GOAL.ratio && us.lost === 0,
      versions: { ...versionsOf('ws'), eventLoops: availableParallelism() },
    },
    table: table([
      [`media, ${viewers} viewers`, 'µs a packet', 'cores', 'lost'],
      ['as we configure it', us.microsecondsPerPacket, us.cores, us.lost],
      ['by default', them.microsecondsPerPacket, them.cores, them.lost],
      ['ratio', ratio, us.cores / them.cores, ''],
    ]),
    complaints: packets(found.ours) > 0 && packets(found.floor) > 0 ? [] : ['No packet came.'],
  };
}
