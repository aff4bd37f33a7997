import { Controller, Get, Headers, Injectable, Res, type OnModuleDestroy } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Configuration } from '../config/configuration.js';
import { DirectDatabase } from '../database/direct-database.js';
import { NotFound, Refusal } from '../model/refusal.js';

/** One value, or one for each value of a label. */
export type Reading = number | null | { label: string; values: Record<string, number> };

interface Figure {
  kind: 'gauge' | 'counter';
  help: string;
  read: () => Reading | Promise<Reading>;
}

/**
 * What can be watched from outside, in Prometheus' text format. Each context adds its own figures, which are read when
 * they are asked for: numbers only, of nobody in particular. One that cannot be read is left out; the others stand.
 */
@Injectable()
export class Metrics implements OnModuleDestroy {
  private readonly figures = new Map<string, Figure>();
  private readonly lag = monitorEventLoopDelay({ resolution: 10 });
  private readonly answers: Record<string, number> = {};

  constructor(database: DirectDatabase) {
    this.lag.enable();
    this.gauge('process_resident_memory_bytes', 'Memory that the process holds.', () => process.memoryUsage.rss());
    this.counter('process_cpu_seconds_total', 'Processor time that the process has used.', () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6);
    this.gauge('foyer_event_loop_lag_seconds', 'How late the event loop was since the last look.', () => this.readLag());
    this.counter('foyer_http_answers_total', 'Answers over HTTP, by class of status.', () => ({ label: 'status', values: { ...this.answers } }));
    this.gauge('foyer_facts_waiting', 'Facts that a subscriber has still to hear.', () =>
      one(database, 'facts-waiting', `select count(*)::float8 as value from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%' and name <> 'dead-letters'`));
    this.gauge('foyer_facts_oldest_seconds', 'How long the oldest of them has waited.', () =>
      one(database, 'facts-oldest', `select coalesce(extract(epoch from now() - min(created_on)), 0)::float8 as value from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%' and name <> 'dead-letters'`));
    this.gauge('foyer_dead_letters', 'Facts that a subscriber could not be made to hear.', () =>
      one(database, 'dead-letters', `select count(*)::float8 as value from pgboss.job where name = 'dead-letters'`));
  }

  gauge(name: string, help: string, read: Figure['read']): void {
    this.figures.set(name, { kind: 'gauge', help, read });
  }

  counter(name: string, help: string, read: Figure['read']): void {
    this.figures.set(name, { kind: 'counter', help, read });
  }

  answered(status: number): void {
    const kind = `${Math.floor(status / 100)}xx`;
    this.answers[kind] = (this.answers[kind] ?? 0) + 1;
  }

  async text(): Promise<string> {
    const parts = await Promise.all([...this.figures].map(async ([name, { kind, help, read }]) => {
      const reading = await Promise.resolve().then(read).catch(() => null);
      if (reading === null) return '';
      const lines = typeof reading === 'number' ? [`${name} ${reading}`] : Object.entries(reading.values).map(([value, number]) => `${name}{${reading.label}="${value.replace(/[\\"\n]/g, '')}"} ${number}`);
      return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines, ''].join('\n');
    }));
    return parts.join('');
  }

  onModuleDestroy(): void {
    this.lag.disable();
  }

  private readLag(): Reading {
    const [mean, p99, most] = [this.lag.mean, this.lag.percentile(99), this.lag.max];
    this.lag.reset();
    return { label: 'of', values: Object.fromEntries(Object.entries({ mean, p99, most }).map(([of, ns]) => [of, Number.isFinite(ns) ? Math.max(0, ns / 1e9) : 0])) };
  }
}

/** One row with one `value`. */
export async function one(database: DirectDatabase, name: string, text: string): Promise<number | null> {
  const [row] = await database.query<{ value: number | null }>({ name: `figure-${name}`, text, values: [] });
  return row?.value ?? null;
}

/** Rows of `key` and `value`. */
export async function each(database: DirectDatabase, label: string, name: string, text: string): Promise<Reading> {
  const rows = await database.query<{ key: string; value: number }>({ name: `figure-${name}`, text, values: [] });
  return { label, values: Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
}

/** For who watches, with METRICS_TOKEN as its bearer token; where none is configured there is nothing here. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  async read(@Headers('authorization') authorization: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { metricsToken } = this.configuration;
    if (!metricsToken) throw new NotFound('page');
    if (!sameSecret(authorization ?? '', `Bearer ${metricsToken}`)) throw new Refusal('signed-out', 'Show the token that was set for this.', 401);
    await reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store').send(await this.metrics.text());
  }
}

const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
