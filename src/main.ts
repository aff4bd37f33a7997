import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { start } from './start.js';

const { app, configuration } = await start();
await app.listen(configuration.port, configuration.host);
new Logger('Foyer').log(`listening on port ${configuration.port}`);
