import fc, { type Arbitrary } from 'fast-check';
import { resolved, type Operation, type Schema } from './contract.js';

/** One request as it goes over the wire. */
export interface Case {
  operation: Operation;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** What exists, and so may be named: a request that only ever asks for what is not there gets no further than that. */
export interface Known {
  ids: string[];
  slugs: string[];
  tokens: string[];
  emails: string[];
  credentials: Record<string, string>[];
}

const json = JSON.stringify;
const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const often = <One>(weight: number, arbitrary: Arbitrary<One>) => ({ weight, arbitrary });

/** JSON texts that no schema asks for. */
const hostile: Arbitrary<string> = fc.oneof(
  fc.constantFrom('null', 'true', '0', '-1', '1e309', '-0', '9007199254740993', '1.5', '""', '[]', '{}', '[null]', '"\\u0000"', '"a\\ud800b"', '"\\udc00"', '"\\u202e"', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{}}}', '"__proto__"', '"constructor"', '"2026-02-30T25:61"', '"-infinity"', '"Etc/Unknown"', '{"length":1e9}', '{"toString":1}'),
  fc.constantFrom(deep(5), deep(31), deep(33), deep(2_000), json('x'.repeat(20_000)), json('\u{1f3a8}'.repeat(300)), json("'; drop table scheduling.session; --"), json('=HYPERLINK("http://evil.test")'), json('a\r\nBcc: b@evil.test'), json('<script>alert(1)</script>')),
  fc.string({ unit: 'binary', maxLength: 40 }).map(json),
  fc.json({ maxDepth: 3 }),
);

function fitting(given: Schema, name: string, known: Known): Arbitrary<string> {
  const schema = given.allOf?.length === 1 ? resolved(given.allOf[0]!) : resolved(given);
  const value = ((): Arbitrary<string> => {
    if (schema.enum) return fc.constantFrom(...schema.enum.map((one) => json(one)));
    if (schema.oneOf) return fc.oneof(...schema.oneOf.map((one) => fitting(one, name, known)));
    switch (schema.type) {
      case 'object': return bodyOf(schema, known);
      case 'array': return fc.array(perhaps(schema.items ?? {}, name, known), { maxLength: 4 }).map((items) => `[${items.join()}]`);
      case 'boolean': return fc.boolean().map(json);
      case 'number': case 'integer': return fc.oneof(fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 1_000 }), fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 1, (schema.maximum ?? 1_000) + 1, 0.5)).map(json);
      case 'string': return textFor(name, known).map(json);
      default: return hostile;
    }
  })();
  return schema.nullable ? fc.oneof(often(4, value), often(1, fc.constant('null'))) : value;
}

function textFor(name: string, known: Known): Arbitrary<string> {
  switch (name) {
    case 'email': return fc.oneof(fc.constantFrom(...known.emails), fc.emailAddress());
    case 'token': return fc.constantFrom(...known.tokens, 'x'.repeat(27));
    case 'slug': return fc.constantFrom(...known.slugs, 'nowhere');
    case 'wallTime': return fc.constantFrom('2035-06-01T10:00', '2035-03-25T02:30', '2035-10-28T02:30', '1999-01-01T00:00', '9999-12-31T23:59', '2035-06-31T10:00');
    case 'timeZone': return fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', 'Mars/Olympus');
    case 'kind': return fc.constantFrom('short-text', 'choice', 'number');
    case 'after': return fc.constantFrom('2026-11-25T10:00:00.000000Z~00000000-0000-4000-8000-000000000000', '2026-99-99T00:00:00Z~00000000-0000-4000-8000-000000000000', '~');
    default: return fc.oneof(often(3, fc.string({ maxLength: 30 })), often(1, fc.constantFrom(...known.ids)), often(1, fc.string({ unit: 'binary', maxLength: 200 })));
  }
}

const perhaps = (schema: Schema, name: string, known: Known): Arbitrary<string> => fc.oneof(often(6, fitting(schema, name, known)), often(1, hostile));

/** An object by its schema as JSON text: what may be missing is, now and then a key stands twice, or one that nobody knows. */
function bodyOf(schema: Schema, known: Known): Arbitrary<string> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => {
    const required = schema.required?.includes(name) ?? false;
    return fc.tuple(fc.nat(required ? 24 : 1), perhaps(one, name, known)).map(([left, text]) => (left === 0 ? [] : [`${json(name)}:${text}`]));
  });
  const more = fc.oneof(
    often(12, fc.constant([] as string[])),
    often(1, hostile.map((text) => [`"__proto__":${text}`])),
    often(1, hostile.map((text) => [`"nobodyKnows":${text}`])),
    often(1, fc.tuple(fc.constantFrom(...Object.keys(schema.properties ?? { a: 0 })), hostile).map(([name, text]) => [`${json(name)}:${text}`])),
  );
  return fc.tuple(more, ...fields).map((parts) => `{${parts.flat().join()}}`);
}

const bodies = (schema: Schema, known: Known): Arbitrary<string | undefined> => fc.oneof(
  often(40, bodyOf(resolved(schema), known)),
  often(4, hostile),
  often(2, bodyOf(resolved(schema), known).map((text) => text.slice(0, -1))),
  often(1, fc.constantFrom(json({ name: 'x'.repeat(1_048_576) }), `{"answers":${deep(40_000)}}`, '', '\u0000', '{"a":1,"a":2,"a":{}}', '{"name":"\\ud800"}')),
  often(1, fc.constant(undefined)),
);

const segment = (name: string, known: Known): Arbitrary<string> => fc.oneof(
  often(8, fc.constantFrom(...(name === 'slug' ? known.slugs : known.ids))),
  often(2, fc.constantFrom('00000000-0000-4000-8000-000000000000', '%00', '%E0%A4%A', '..%2f..', "1'%20or%201=1", 'x'.repeat(300), '%F0%9F%8E%A8', '__proto__', 'constructor', '%20', '-1')),
  often(1, fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((text) => text.isWellFormed()).map(encodeURIComponent)),
);

const query = (name: string, schema: Schema, known: Known): Arbitrary<string> => fc.oneof(
  often(3, fc.constant('')),
  often(3, fitting(schema, name, known).map((text) => `${name}=${safely(text.replace(/^"|"$/g, ''))}`)),
  often(2, fc.constantFrom(`${name}[]=1`, `${name}=1&${name}=2`, `${name}=%00`, `${name}[__proto__]=x`, `${name}=-1`, `${name}=1e9`, `${name}=`, `${name}=%F0%9F`)),
);
const safely = (text: string): string => encodeURIComponent(text.toWellFormed());

const header = (name: string): Arbitrary<Record<string, string>> => fc.oneof(
  often(name === 'If-Match' ? 1 : 8, fc.constant({})),
  often(6, name === 'If-Match' ? fc.constantFrom<Record<string, string>[]>({ 'if-match': '"1"' }, { 'if-match': 'W/"2"' }, { 'if-match': '*' }, { 'if-match': '"99999999999999999999"' }, { 'if-match': '""' }) : fc.constantFrom<Record<string, string>[]>({ 'idempotency-key': 'the same' }, { 'idempotency-key': 'two words' }, { 'idempotency-key': 'x'.repeat(300) })),
);

/** So many requests to one operation, each a different mistake, or none. */
export function casesOf(operation: Operation, known: Known, count: number, seed: number): Case[] {
  const one = fc.record({
    segments: fc.tuple(...operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => segment(name, known).map((text) => [name, text] as const))),
    queries: fc.tuple(...operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => query(name, schema, known))),
    headers: fc.tuple(fc.constantFrom(...known.credentials), ...operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => header(name))),
    body: operation.body ? bodies(operation.body, known) : fc.oneof(often(6, fc.constant(undefined)), often(1, hostile)),
  });
  return fc.sample(one, { numRuns: count, seed }).map(({ segments, queries, headers, body }) => ({
    operation,
    path: segments.reduce((path, [name, text]) => path.replace(`{${name}}`, text), operation.path) + (queries.some(Boolean) ? `?${queries.filter(Boolean).join('&')}` : ''),
    headers: Object.assign({}, ...headers) as Record<string, string>,
    body: operation.method === 'get' ? undefined : body,
  }));
}
