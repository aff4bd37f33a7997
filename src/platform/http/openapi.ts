import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './answers.dto.js';
import { Pages } from './pages.js';

const PROBLEM = { description: 'Refused, and why', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description: 'Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again',
};

/** The API's contract, read from controllers and DTO classes. Every operation may answer with a problem. */
export function documentOf(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Foyer')
    .setDescription('Scheduled sessions, from the invitation to the last goodbye. Errors are RFC 9457 problem documents with a stable `code`.')
    .setVersion('1')
    .addCookieAuth('foyer-session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key of a workspace' })
    .build();
  // The builder takes every bearer token for a JWT; an API key is opaque.
  for (const scheme of Object.values(about.components?.securitySchemes ?? {})) delete (scheme as { bearerFormat?: string }).bearerFormat;
  const document = SwaggerModule.createDocument(app, about, { extraModels: [Problem] });
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path) as [string, { responses?: Record<string, unknown>; security?: unknown; parameters?: unknown[] }][]) {
      if (operation.responses) operation.responses['default'] = PROBLEM;
      if (method === 'post' && operation.security) (operation.parameters ??= []).push(IDEMPOTENCY_KEY);
    }
  }
  return document;
}

/** For programs at /openapi.json, for people at /docs. */
export function serveDocument(app: NestFastifyApplication): void {
  let text: string | undefined;
  const read = (): string => (text ??= JSON.stringify(documentOf(app)));
  let page: string | undefined;
  const fastify = app.getHttpAdapter().getInstance();
  const pages = app.get(Pages);
  fastify.get('/openapi.json', async (_request, reply) => reply.type('application/json').send(read()));
  fastify.get('/docs', (request, reply) => pages.sendCached(request, reply, (page ??= pages.apiReference(JSON.parse(read()) as object))));
}
