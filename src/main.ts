import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { Readiness } from './platform/http/readiness.js';
import { start } from './start.js';

/** Whoever supervises us gives half a minute, mostly. */
const GONE_WITHIN_MS = 24_000;

const { app, configuration } = await start();
await app.listen(configuration.port, configuration.host);
new Logger('Foyer').log(`listening on port ${configuration.port}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), GONE_WITHIN_MS).unref();
    void app.get(Readiness).leave().then(() => app.close()).then(() => process.exit(0), () => process.exit(1));
  });
}
