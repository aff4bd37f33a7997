import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Broken } from './imports.js';

const line = ['identity', 'scheduling', 'registration', 'conferencing', 'notification', 'reporting'];

/** What is allowed, so that a rule that refuses too much is seen as well. */
const sound: Record<string, string> = {
  'src/platform/model/clock.ts': `export class Clock {}`,
  'src/platform/model/wall.ts': `import { Temporal } from 'temporal-polyfill'; export const wall = Temporal;`,
  'src/platform/http/pages.ts': `import { page } from '../../../web/render.js'; export const pages = page;`,
  'src/platform/config/configuration.ts': `export const port = process.env['PORT'];`,
  'src/platform/events/deliver.ts': `import { EventBus } from '@nestjs/cqrs'; export const bus = EventBus; export const sql = 'select 1 from platform.job';`,
  'src/platform/hen.ts': `export type { taken } from './egg.js';`,
  'web/render.tsx': `import type { Hello } from '../client/protocol.js'; export const page = (hello: Hello) => hello;`,
  'client/protocol.ts': `export interface Hello { type: 'hello' } export const BEAT = 1;`,
  'client/api.ts': `export const api = 1;`,
  'test/support/world.ts': `export const world = 1;`,
  'src/identity/principal.ts': `export interface Principal { name: string }`,
  'src/identity/accounts.ts': `export const accounts = 1;`,
  'src/scheduling/events.ts': `import type { Principal } from '../identity/principal.js'; export class SessionStarted { constructor(readonly by: Principal) {} static readonly storedName = 'scheduling.session-started'; }`,
  'src/scheduling/start.ts': `import { CommandBus } from '@nestjs/cqrs'; export const start = CommandBus; export const session = { title: 1 }; export const own = \`update scheduling.session set title = \${session.title}\`;`,
  'src/scheduling/model/session.ts': `import { randomUUID } from 'node:crypto'; import { SessionStarted } from '../events.js'; import { Clock } from '../../platform/model/clock.js'; export const session = [randomUUID, SessionStarted, Clock];`,
  'src/registration/events.ts': `export class Registered {}`,
  'src/registration/model/planned.ts': `import { SessionStarted } from '../../scheduling/events.js'; export const planned = SessionStarted;`,
  'src/conferencing/events.ts': `export class Joined {}`,
  'src/conferencing/model/seat.ts': `import type { Hello } from '../../../client/protocol.js'; export type Seat = Hello;`,
  'src/conferencing/lobby.ts': `import { BEAT } from '../../client/protocol.js'; import { Registered } from '../registration/events.js'; export const lobby = [BEAT, Registered];`,
  'src/notification/events.ts': `export class Sent {}`,
  'src/reporting/events.ts': `export class Told {}`,
};

interface Mistake extends Broken {
  source: string;
}

const bare = (rule: string, from: string, to: string, path: string): Mistake => ({ rule, from, to, source: `import * as it from '${path}'; export const taken = it;` });
const imports: Mistake[] = [
  ...line.map((context, place) => {
    const later = line[place + 1];
    // The last has nobody after it: there it is a way around the door.
    const [to, path] = later ? [`src/${later}/events.ts`, `../${later}/events.js`] : ['src/scheduling/start.ts', '../scheduling/start.js'];
    return bare(`${context}-only-through-earlier-doors`, `src/${context}/hasty.ts`, to, path);
  }),
  bare('registration-only-through-earlier-doors', 'src/registration/around.ts', 'src/scheduling/model/session.ts', '../scheduling/model/session.js'),
  bare('notification-only-through-earlier-doors', 'src/notification/nosy.ts', 'src/identity/accounts.ts', '../identity/accounts.js'),
  { ...bare('scheduling-only-through-earlier-doors', 'src/scheduling/types.ts', 'src/registration/events.ts', ''), source: `import type { Registered } from '../registration/events.js'; export type Late = Registered;` },
  ...line.map((context) => bare(`${context}-model-is-pure`, `src/${context}/model/framed.ts`, 'node_modules/rxjs/index.js', 'rxjs')),
  bare('platform-model-is-pure', 'src/platform/model/framed.ts', 'node_modules/rxjs/index.js', 'rxjs'),
  bare('models-run-without-the-protocol', 'src/conferencing/model/beat.ts', 'client/protocol.ts', '../../../client/protocol.js'),
  bare('platform-knows-no-context', 'src/platform/curious.ts', 'src/scheduling/events.ts', '../scheduling/events.js'),
  bare('no-circles', 'src/platform/egg.ts', 'src/platform/hen.ts', './hen.js'),
  bare('src-knows-no-test', 'src/platform/tested.ts', 'test/support/world.ts', '../../test/support/world.js'),
  bare('src-knows-of-client-the-protocol-and-the-look', 'src/platform/calling.ts', 'client/api.ts', '../../client/api.js'),
  bare('src-runs-without-tools', 'src/platform/tooled.ts', 'node_modules/fast-check/index.js', 'fast-check'),
  bare('web-knows-the-server-through-client', 'web/peeking.ts', 'src/scheduling/events.ts', '../src/scheduling/events.js'),
  bare('client-knows-nobody', 'client/peeking.ts', 'src/scheduling/events.ts', '../src/scheduling/events.js'),
  bare('one-door-to-rendered-pages', 'src/platform/drawing.ts', 'web/render.tsx', '../../web/render.js'),
  bare('pages-take-render-alone', 'src/platform/http/pages.ts', 'web/door.tsx', '../../../web/door.js'),
  bare('nothing-unresolved', 'src/platform/lost.ts', './nowhere.js', './nowhere.js'),
];

const sources: Record<string, string> = {
  'src/scheduling/reads-environment.ts': `export const port = process.env['PORT'];`,
  'src/scheduling/publishes.ts': `import { CommandBus, EventBus as Bus } from '@nestjs/cqrs'; export const all = [CommandBus, Bus];`,
  'src/scheduling/joins.ts': `export const sql = \`select 1 from scheduling.session join registration.registration using (session_id)\`;`,
  'src/platform/joins.ts': `export const sql = 'delete from scheduling.session';`,
};

export const mistakes = {
  imports: imports as Broken[],
  source: [
    'src/scheduling/reads-environment.ts reads process.env',
    'src/scheduling/publishes.ts takes EventBus',
    'src/scheduling/joins.ts names registration.registration',
    'src/platform/joins.ts names scheduling.session',
  ],
};

/** A small house in which every rule is broken exactly as often as listed, and everything else is sound. */
export function houseWithEveryMistake(): { root: string; tearDown(): void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-walls-')));
  const put = (file: string, source: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), source);
  };
  for (const [file, source] of Object.entries({ ...sound, ...sources, 'web/door.tsx': 'export const door = 1;' })) put(file, source);
  for (const { from, source } of imports) put(from, `${sound[from] ?? ''}\n${source}`);
  // As real packages are: resolved inside the house, and known to its package.json.
  for (const name of ['rxjs', 'fast-check', 'temporal-polyfill', '@nestjs/cqrs']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, 'export const Temporal = 1, EventBus = 1, CommandBus = 1;');
  }
  put('package.json', JSON.stringify({ dependencies: { rxjs: '1', 'temporal-polyfill': '1', '@nestjs/cqrs': '1' }, devDependencies: { 'fast-check': '1' } }));
  symlinkSync(join(import.meta.dirname, '../../tsconfig.json'), join(root, 'tsconfig.json'));
  return { root, tearDown: () => rmSync(root, { recursive: true, force: true }) };
}
