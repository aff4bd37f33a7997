import type { ComponentChildren } from 'preact';
import { nameOf, type ApiSchema } from './api-document.js';

/** Where a schema of this name is explained. */
export const schemaAnchor = (name: string): string => `schema-${name}`;

/** A type in a few words; names lead to where they are explained. */
export function Type({ schema }: { schema: ApiSchema }): ComponentChildren {
  const orNull = schema.nullable && ' or null';
  const name = nameOf(schema);
  if (name) return <><a href={`#${schemaAnchor(name)}`}>{name}</a>{orNull}</>;
  if (schema.oneOf) return <>{schema.oneOf.map((one, n) => <>{n > 0 && ' or '}<Type schema={one} /></>)}{orNull}</>;
  if (schema.type === 'array') return <>list of {schema.items ? <Type schema={schema.items} /> : 'anything'}{orNull}</>;
  if (schema.enum) return <>{schema.enum.map((value, n) => <>{n > 0 && ' | '}<code>{JSON.stringify(value)}</code></>)}{orNull}</>;
  return <>{schema.type ?? 'anything'}{schema.format && ` (${schema.format})`}{orNull}</>;
}

/** Every property of an object: its name, its type, whether it must be there, and what it means. */
export function Properties({ schema }: { schema: ApiSchema }) {
  const all = Object.entries(schema.properties ?? {});
  if (all.length === 0) return <p><Type schema={schema} /></p>;
  return (
    <dl class="properties">
      {all.map(([name, property]) => (
        <Entry name={name} schema={property} required={schema.required?.includes(name)} description={property.description} />
      ))}
    </dl>
  );
}

interface EntryProps {
  name: string;
  schema: ApiSchema;
  required?: boolean;
  description?: string;
  /** For a parameter: where it travels. */
  place?: string;
}

export function Entry({ name, schema, required, description, place }: EntryProps) {
  const limits = limitsOf(schema);
  return (
    <div class="entry">
      <dt><code>{name}</code> {place && <span class="quiet">in {place}</span>} {required && <span class="needed">required</span>}</dt>
      <dd>
        <p class="type"><Type schema={schema} /></p>
        {description && <p><Words text={description} /></p>}
        {limits.length > 0 && <p class="quiet">{limits.join(', ')}</p>}
      </dd>
    </div>
  );
}

/** A description, with what it marks as code set as code. */
export function Words({ text }: { text: string }) {
  return <>{text.split('`').map((part, n) => (n % 2 ? <code>{part}</code> : part))}</>;
}

function limitsOf({ minLength, maxLength, minimum, maximum, minItems, maxItems, pattern, default: usual }: ApiSchema): string[] {
  return [
    minLength !== undefined && `at least ${minLength} ${minLength === 1 ? 'character' : 'characters'}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    minimum !== undefined && `at least ${minimum}`,
    maximum !== undefined && `at most ${maximum}`,
    minItems !== undefined && `at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`,
    maxItems !== undefined && `at most ${maxItems} items`,
    pattern !== undefined && `matches ${pattern}`,
    usual !== undefined && `${JSON.stringify(usual)} if left out`,
  ].filter((limit) => limit !== false);
}
