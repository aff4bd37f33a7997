import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Configuration } from '../config/configuration.js';
import { Together } from '../database/together.js';
import { Instance, lifeLock } from './instance.js';

type Hear = (payload: Record<string, unknown>) => void;
const CHANNEL = 'foyer';
const HEARTBEAT_MS = 5_000;
/** A connection that answers no later than this is alive. */
const PATIENCE_MS = 3_000;
const FAREWELL_MS = 1_000;
/** Where several changes come together: the next NOTIFY no sooner (ms). */
const APART_MS = 20;

/**
 * Tells every instance that something changed, by PostgreSQL NOTIFY, outside any transaction. A shortcut
 * and never the truth: what gets lost is found by the next heartbeat. Payloads stay far below 8000 bytes.
 */
@Injectable()
export class Announcements implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Announcements');
  private readonly listeners = new Map<string, Hear[]>();
  private readonly repairs: (() => void)[] = [];
  /** A commit with NOTIFY takes a lock that all of them share: what comes together goes together, and what is the same once. */
  private readonly outgoing = new Together<string>((all) => this.notify(all), 1, Infinity, APART_MS);
  private connection?: pg.Client;
  private heartbeat?: NodeJS.Timeout;
  private gap = false;
  private stopping = false;
  private retired = false;

  constructor(
    private readonly em: EntityManager,
    private readonly configuration: Configuration,
    private readonly instance: Instance,
  ) {}

  hear(topic: string, listener: Hear): void {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  /** For what no version tells: called when this instance hears again, after a time in which it may have missed something. */
  afterGap(repair: () => void): void {
    this.repairs.push(repair);
  }

  /** Here at once, elsewhere as soon as NOTIFY arrives. Never throws: the truth is in the database already. */
  announce(topic: string, payload: Record<string, unknown>): void {
    this.tell(topic, payload);
    this.outgoing.add(JSON.stringify({ from: this.instance.id, topic, payload })).catch((error: Error) => {
      this.log.warn(`Not announced to other instances (${topic}): ${error.message}`);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.heartbeat);
    const enough = new AbortController();
    // One that was lost a moment ago may never say goodbye.
    await Promise.race([this.connection?.end().catch(() => undefined), pause(FAREWELL_MS, undefined, { signal: enough.signal }).catch(() => undefined)]);
    enough.abort();
  }

  /** Others may take over from now on what this instance holds. It still hears and announces. */
  async retire(): Promise<void> {
    this.retired = true;
    await this.connection?.query(`select pg_advisory_unlock(${lifeLock('$1')})`, [this.instance.id]).catch(() => undefined); // lost, and the lock with it
  }

  private async notify(messages: readonly string[]): Promise<void> {
    await this.em.getConnection().execute('select pg_notify(?, message) from json_array_elements_text(?::json) as message', [CHANNEL, JSON.stringify([...new Set(messages)])]);
  }

  private tell(topic: string, payload: Record<string, unknown>): void {
    for (const listener of this.listeners.get(topic) ?? []) listener(payload);
  }

  private async listen(): Promise<void> {
    if (this.stopping) return;
    const client = new pg.Client({ connectionString: this.configuration.databaseUrl, connectionTimeoutMillis: 2_000, query_timeout: PATIENCE_MS, keepAlive: true });
    this.connection = client;
    let again = false;
    const retry = (): void => {
      if (again || this.stopping) return;
      again = true;
      this.gap = true;
      clearInterval(this.heartbeat);
      // One that says nothing would not hear a farewell either.
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      setTimeout(() => void this.listen(), 1_000).unref();
    };
    let lives = false;
    /**
     * Others see by this lock that this instance lives; it goes with the connection. Not waited for: the server may
     * hold a lost connection, and with it the lock, for a long while yet, and this instance lives all the same.
     */
    const beat = async (): Promise<void> => {
      const { rows } = await client.query(lives || this.retired ? 'select 1' : `select pg_try_advisory_lock(${lifeLock('$1')}) as lives`, lives || this.retired ? [] : [this.instance.id]);
      lives ||= (rows[0] as { lives?: boolean }).lives === true;
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on('notification', ({ payload }) => {
      const message = readNotice(payload);
      if (message && message.from !== this.instance.id) this.tell(message.topic, message.payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      await beat();
    } catch {
      return retry();
    }
    // A network that lost the connection says nothing: it is asked.
    this.heartbeat = setInterval(() => void beat().catch(retry), HEARTBEAT_MS).unref();
    if (this.gap) for (const repair of this.repairs) repair();
    this.gap = false;
  }
}

interface Notice {
  from: string;
  topic: string;
  payload: Record<string, unknown>;
}

/** Anybody who may connect to the database may notify: what is none of ours is let pass. */
function readNotice(text: string | undefined): Notice | null {
  try {
    const { from, topic, payload } = JSON.parse(text ?? '') as Partial<Notice>;
    return typeof from === 'string' && typeof topic === 'string' && typeof payload === 'object' && payload !== null ? { from, topic, payload } : null;
  } catch {
    return null;
  }
}
