import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

export type Schemas = components['schemas'];
export type FoyerClient = Client<paths>;

/** A client of the HTTP API for any program; `headers` carries an API key as bearer token. */
export const foyerClient = (baseUrl: string, headers: Record<string, string> = {}): FoyerClient => createClient<paths>({ baseUrl, headers });

/** The page's own client: same origin, with its cookies. */
export const api: FoyerClient = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
