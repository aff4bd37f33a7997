import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readiness } from './readiness.js';

/** Slower than this it is no dead connection but a silent server, and readiness has to say so within five seconds. */
const QUICK_FAILURE_MS = 1_000;

/** For balancers and supervisors: alive means the process answers, ready means it can do its work. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly em: EntityManager,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.databaseAnswers();
    const ready = database && !this.readiness.leaving;
    this.readiness.asked();
    await reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', parts: { database, ...this.readiness.parts() } });
  }

  /** The first query on a pooled connection that died with the server fails at once: one retry tells the two apart. */
  private async databaseAnswers(): Promise<boolean> {
    const ask = (): Promise<unknown> => this.em.getConnection().execute('select 1');
    const began = performance.now();
    const again = (error: unknown): Promise<unknown> => (performance.now() - began < QUICK_FAILURE_MS ? ask() : Promise.reject(error));
    return ask().catch(again).then(() => true, () => false);
  }
}
