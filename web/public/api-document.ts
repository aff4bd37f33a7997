/** What of an OpenAPI 3.0 document its page reads. */
export interface ApiDocument {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, ApiOperation>>;
  components?: { schemas?: Record<string, ApiSchema>; securitySchemes?: Record<string, ApiSecurityScheme> };
}

export interface ApiOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: ApiSchema }[];
  requestBody?: { required?: boolean; description?: string; content: ApiContent };
  responses?: Record<string, { description?: string; content?: ApiContent }>;
  security?: Record<string, string[]>[];
}

export type ApiContent = Record<string, { schema?: ApiSchema }>;

export interface ApiSecurityScheme {
  type: string;
  name?: string;
  in?: string;
  scheme?: string;
  description?: string;
}

export interface ApiSchema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  nullable?: boolean;
  enum?: unknown[];
  items?: ApiSchema;
  properties?: Record<string, ApiSchema>;
  required?: string[];
  allOf?: ApiSchema[];
  oneOf?: ApiSchema[];
  additionalProperties?: boolean | ApiSchema;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** One operation with its place, as it stands on the page. */
export interface PlacedOperation extends ApiOperation {
  id: string;
  method: string;
  path: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The operations under their first tag, groups and operations in the document's order. */
export function byTag(document: ApiDocument): Map<string, PlacedOperation[]> {
  const groups = new Map<string, PlacedOperation[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? 'other';
      const placed = { ...operation, id: operation.operationId ?? `${method}${path.replaceAll(/\W+/g, '-')}`, method, path };
      groups.set(tag, [...(groups.get(tag) ?? []), placed]);
    }
  }
  return groups;
}

/** The name that a reference ends with, also where it stands alone in an `allOf` (a reference that may be null). */
export function nameOf(schema: ApiSchema): string | undefined {
  const reference = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0]!.$ref : undefined);
  return reference?.split('/').at(-1);
}
