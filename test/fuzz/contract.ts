import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As much of JSON Schema as `client/openapi.json` uses. */
export interface Schema {
  $ref?: string;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: boolean | Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

interface Content { content?: Record<string, { schema: Schema }> }

export interface Operation {
  operationId: string;
  method: string;
  path: string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; schema: Schema }[];
  body?: Schema;
  responses: Record<string, Content>;
}

const contract = JSON.parse(readFileSync(join(import.meta.dirname, '../../client/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path' | 'body' | 'parameters'> & { parameters?: Operation['parameters']; requestBody?: Content }>>;
  components: { schemas: Record<string, Schema> };
};

export const operations: Operation[] = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { requestBody, parameters = [], ...operation }]) => ({ ...operation, method, path, parameters, ...(requestBody?.content?.['application/json'] && { body: requestBody.content['application/json'].schema }) })),
);

export const resolved = (schema: Schema): Schema => (schema.$ref ? contract.components.schemas[schema.$ref.split('/').at(-1)!]! : schema);

/** Where a value is not what the schema says; null where it is. */
export function offSchema(value: unknown, given: Schema, at = ''): string | null {
  const schema = resolved(given);
  if (value === null) return schema.nullable ? null : `${at}: null`;
  for (const part of schema.allOf ?? []) {
    const off = offSchema(value, part, at);
    if (off) return off;
  }
  if (schema.oneOf && schema.oneOf.every((one) => offSchema(value, one, at) !== null)) return `${at}: none of what it may be`;
  if (schema.enum && !schema.enum.includes(value)) return `${at}: ${JSON.stringify(value)} is not among ${JSON.stringify(schema.enum)}`;
  switch (schema.type) {
    case 'object': {
      if (typeof value !== 'object' || Array.isArray(value)) return `${at}: no object`;
      const missing = (schema.required ?? []).find((key) => !Object.hasOwn(value, key));
      if (missing) return `${at}/${missing}: missing`;
      for (const [key, one] of Object.entries(value)) {
        const known = schema.properties?.[key] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
        // parts that it is made of have looked already
        if (!known && !schema.additionalProperties && !schema.allOf) return `${at}/${key}: not in the document`;
        const off = known && offSchema(one, known, `${at}/${key}`);
        if (off) return off;
      }
      return null;
    }
    case 'array': {
      if (!Array.isArray(value)) return `${at}: no list`;
      for (const [index, one] of value.entries()) {
        const off = schema.items && offSchema(one, schema.items, `${at}/${index}`);
        if (off) return off;
      }
      return null;
    }
    case 'integer': return Number.isInteger(value) ? null : `${at}: no whole number`;
    case 'string': case 'number': case 'boolean': return typeof value === schema.type ? null : `${at}: no ${schema.type}`;
    default: return null;
  }
}
