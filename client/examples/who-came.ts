/**
 * Schedules a session, registers somebody for it, and reads who came: with the generated client alone, as any program may.
 *
 *     FOYER_URL=https://foyer.example FOYER_KEY=… node client/examples/who-came.ts
 */
import { foyerClient } from '../api.ts';

const { FOYER_URL = 'http://localhost:3000', FOYER_KEY = '' } = process.env;
const foyer = foyerClient(FOYER_URL, { authorization: `Bearer ${FOYER_KEY}` });

/** What the API answered, or its reason why not. */
function must<Data>({ data, error }: { data?: Data; error?: unknown }): Data {
  if (data === undefined) throw new Error((error as { detail?: string } | undefined)?.detail ?? 'Foyer did not answer.');
  return data;
}

const session = must(await foyer.POST('/api/sessions', {
  body: {
    title: 'Reading group',
    description: 'Chapter three.',
    wallTime: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16),
    timeZone: 'UTC',
    durationMinutes: 45,
    theme: 'meeting',
    registration: { fields: [] },
  },
}));

// The answer is the same for everybody: the link comes by mail.
const { outcome } = must(await foyer.POST('/api/public/sessions/{slug}/registrations', { params: { path: { slug: session.slug } }, body: { name: 'Ada', email: 'ada@example.org' } }));
const { items: registrants } = must(await foyer.GET('/api/sessions/{id}/registrations', { params: { path: { id: session.id } } }));

await foyer.POST('/api/sessions/{id}/start', { params: { path: { id: session.id } } });
await foyer.POST('/api/sessions/{id}/end', { params: { path: { id: session.id } } });
const attendance = must(await foyer.GET('/api/sessions/{id}/attendance', { params: { path: { id: session.id } } }));

console.log(JSON.stringify({ session: session.publicUrl, outcome, registrants: registrants.map(({ name }) => name), attendance }));
