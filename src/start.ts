import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app.module.js';
import { Configuration } from './platform/config/configuration.js';
import { JsonLog } from './platform/http/log.js';
import { sendProblem } from './platform/http/problem.js';
import { layHttpSurface } from './platform/http/surface.js';
import { SocketAdapter } from './platform/realtime/socket-adapter.js';

const ONE_MEBIBYTE = 1_048_576;

/** The whole application, made but not listening yet. */
export async function start(log: LoggerService | false = new JsonLog()): Promise<{ app: NestFastifyApplication; configuration: Configuration }> {
  const configuration = new Configuration();
  const proxies = configuration.trustedProxies;
  const adapter = new FastifyAdapter({
    bodyLimit: ONE_MEBIBYTE / 4,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // What the router refuses before any of our own code is asked: an address that is too long, or none.
    frameworkErrors: sendProblem as never,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, { logger: log, bufferLogs: false });
  app.useWebSocketAdapter(new SocketAdapter(app, configuration));
  layHttpSurface(app);
  return { app, configuration };
}
