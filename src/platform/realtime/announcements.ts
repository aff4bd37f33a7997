import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Configuration } from '../config/configuration.js';

type Hear = (payload: Record<string, unknown>) => void;
const CHANNEL = 'foyer';

/**
 * Tells every instance that something changed, by PostgreSQL NOTIFY, outside any transaction. A shortcut
 * and never the truth: what gets lost is found by the next heartbeat. Payloads stay far below 8000 bytes.
 */
@Injectable()
export class Announcements implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Announcements');
  private readonly instance = randomUUID();
  private readonly listeners = new Map<string, Hear[]>();
  private connection?: pg.Client;
  private stopping = false;

  constructor(
    private readonly em: EntityManager,
    private readonly configuration: Configuration,
  ) {}

  hear(topic: string, listener: Hear): void {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  /** Here at once, elsewhere as soon as NOTIFY arrives. Never throws: the truth is in the database already. */
  announce(topic: string, payload: Record<string, unknown>): void {
    this.tell(topic, payload);
    const message = JSON.stringify({ from: this.instance, topic, payload });
    this.em.getConnection().execute('select pg_notify(?, ?)', [CHANNEL, message]).catch((error: Error) => {
      this.log.warn(`Not announced to other instances (${topic}): ${error.message}`);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.connection?.end().catch(() => undefined);
  }

  private tell(topic: string, payload: Record<string, unknown>): void {
    for (const listener of this.listeners.get(topic) ?? []) listener(payload);
  }

  private async listen(): Promise<void> {
    if (this.stopping) return;
    const client = new pg.Client({ connectionString: this.configuration.databaseUrl, connectionTimeoutMillis: 2_000, keepAlive: true });
    this.connection = client;
    let again = false;
    const retry = (): void => {
      if (again || this.stopping) return;
      again = true;
      client.end().catch(() => undefined);
      setTimeout(() => void this.listen(), 1_000).unref();
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{}') as { from: string; topic: string; payload: Record<string, unknown> };
      if (message.from !== this.instance) this.tell(message.topic, message.payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      retry();
    }
  }
}
