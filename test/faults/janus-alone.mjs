/** The fault of the gateway, in a process that takes the journeys' TypeScript as it is written. */
import { gatewayKilled } from './janus.ts';

process.once('message', async (options) => {
  const found = await gatewayKilled(options, (line) => process.send({ line })).catch((error) => ({ error: error.stack }));
  process.send({ found }, () => process.exit());
});
