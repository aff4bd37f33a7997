import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '../model/refusal.js';
import { Configuration } from '../config/configuration.js';
import { Metrics } from './metrics.js';
import { requestScope } from './log.js';
import { Compressed } from './compressed.js';
import { KeptAnswers } from './kept-answers.js';
import { serveDocument } from './openapi.js';
import { Audit } from './audit.js';
import { Pages } from './pages.js';
import { ProblemFilter } from './problem.js';
import { refuseUnstorable } from './storable.js';
import { bodyValidation } from './validation.js';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** What browsers may send without script: the public registration form, and the end of reminders, which mail programs send as well (RFC 8058). */
const TAKES_FORMS = /^\/(s|reminders-off)\/[^/]+$/;
const TAKES_PARTS = /^\/reminders-off\/[^/]+$/;

/** A file of 10,000 people with their answers, and a picture of 2 MiB as base64, are no more than this; everything else that is sent is small. */
const LARGEST_FILES: Partial<Record<string, number>> = {
  '/api/sessions/:id/registrations/import': 4 * 1_048_576,
  '/api/sessions/:id/picture': 3 * 1_048_576,
};

/** What holds for every request, whatever it asks: refusals, headers, bodies, files, the API's document. */
export function layHttpSurface(app: NestFastifyApplication): void {
  app.useGlobalFilters(new ProblemFilter(app.get(Pages)));
  app.useGlobalPipes(bodyValidation());
  const fastify = app.getHttpAdapter().getInstance();
  const secure = app.get(Configuration).secure;

  fastify.addHook('onRoute', (route) => {
    const largest = LARGEST_FILES[route.url];
    if (largest) route.bodyLimit = largest;
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    requestScope.run({ requestId: request.id }, done);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
      ...(request.url.startsWith('/api/') && { 'cache-control': 'no-store' }),
    });
    if (/%00/.test(request.url)) throw new Refusal('bad-request', 'There is no such address.', 400);
    const type = request.headers['content-type'];
    if (type && !/^application\/json\b/i.test(type) && !(TAKES_FORMS.test(request.url) && /^application\/x-www-form-urlencoded\b/i.test(type))
      && !(TAKES_PARTS.test(request.url) && /^multipart\/form-data\b/i.test(type))) {
      throw new Refusal('unsupported-media-type', 'Send JSON (application/json).', 415);
    }
  });

  // Its parts are not read: whoever may send it says all in the address.
  fastify.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, _body, done) => done(null, {}));

  fastify.addHook('preValidation', async (request) => {
    if (!TAKES_FORMS.test(request.url)) refuseUnstorable(request.body);
  });

  const [kept, audit] = [app.get(KeptAnswers), app.get(Audit)];
  fastify.addHook('onSend', async (request, reply, payload) => {
    await kept.keep(request, reply, payload);
    await audit.write(request, reply);
  });

  const metrics = app.get(Metrics);
  fastify.addHook('onResponse', async (_request, reply) => metrics.answered(reply.statusCode));

  const { assets } = app.get(Pages);
  const compressed = new Compressed();
  fastify.get('/assets/*', async (request, reply) => {
    const path = normalize(decodeURIComponent(request.url.split('?')[0]!));
    const type = TYPES[extname(path)];
    const bytes = type && path.startsWith('/assets/') ? await readFile(join(assets, path)).catch(() => null) : null;
    if (!bytes || !type) throw new Refusal('not-found', 'There is no such file.', 404);
    await compressed.send(request, reply.type(type).header('cache-control', 'public, max-age=31536000, immutable'), path, bytes);
    return reply;
  });
  serveDocument(app);
}
