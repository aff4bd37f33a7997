import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { JsonLog, takeConsole } from './platform/http/log.js';
import { Readiness } from './platform/http/readiness.js';
import { inSources } from './platform/http/stack.js';
import { start } from './start.js';

/** Whoever supervises us gives half a minute, mostly. */
const GONE_WITHIN_MS = 24_000;

/**
 * Connections that have come and are not accepted yet, as many as Linux lets wait by default (`net.core.somaxconn`). After a
 * cut of the network a thousand come in one moment: of Node's 511 the rest is dropped, and tries again after 1, 3 and 7 s.
 */
const BACKLOG = 4_096;

// What ends the process is written by Node itself.
process.on('uncaughtExceptionMonitor', (error) => {
  if (typeof error?.stack === 'string') error.stack = inSources(error.stack);
});
const log = new JsonLog();
takeConsole(log);
const { app, configuration } = await start(log);
await app.listen({ port: configuration.port, host: configuration.host, backlog: BACKLOG });
new Logger('Foyer').log(`listening on port ${configuration.port}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), GONE_WITHIN_MS).unref();
    void app.get(Readiness).leave().then(() => app.close()).then(() => process.exit(0), () => process.exit(1));
  });
}
