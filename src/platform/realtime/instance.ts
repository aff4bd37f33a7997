import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';

/** This running process among those that share the database. */
@Injectable()
export class Instance {
  readonly id = randomUUID();
}

/**
 * The advisory lock (SQL) that an instance holds for as long as its connection stands. PostgreSQL lets go of it in
 * the moment in which the process ends, however it ends: who can take it knows that the other is no more.
 */
export const lifeLock = (instanceId: string): string => `hashtextextended(${instanceId}, 0)`;
