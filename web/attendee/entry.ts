import { api, type Schemas } from '../../client/api.ts';
import { refusalSaid } from '../words/said.js';
import { words } from '../words/spoken.js';

export type PublicSession = Schemas['PublicSessionAnswer'];
/** Who may come in, and how. */
export type Resolved = Schemas['ResolvedAnswer'];
export type Entered = Schemas['EnteredAnswer'];

/** What somebody has in hand at the door: a personal link, or only the session's address. */
export type Pass = { token: string } | { slug: string };

/** Either the answer, or a status and code to act on, and what `said` makes a sentence of. */
export type Answer<T> = { value: T } | Refused;

export interface Refused {
  /** 0 where nobody answered. */
  status: number;
  code: string;
  /** The server's own sentence, in English. */
  detail?: string;
  /** Where it is not the server that says no. */
  why?: 'server' | 'crowd' | 'offline' | 'refused';
}

/** Why not, in the language of the page. */
export function said({ code, detail, why }: Pick<Refused, 'code' | 'detail' | 'why'>): string {
  return why ? words.unreachable[why] : refusalSaid(words.refusals, code, detail ?? words.unreachable.refused);
}

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** A request on a network that died does not end by itself. */
const inTime = () => AbortSignal.timeout(6_000);

export function resolve(pass: Pass): Promise<Answer<Resolved>> {
  return answerOf(() => api.POST('/api/join/resolve', { body: pass, signal: inTime() }));
}

/** This page's, whatever is sent twice: a first *Join* whose answer got lost has taken the seat already. */
const attempt = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What is asked at some doors. */
export interface Said {
  passcode?: string;
  recordingAgreed?: boolean;
}

export function join(pass: Pass, name: string, moveHere: boolean, said: Said): Promise<Answer<Entered>> {
  return answerOf(() => api.POST('/api/join', { body: { ...pass, name, moveHere, attempt, ...said }, signal: inTime() }));
}

/** Back to one's seat in this browser, which may hold somebody else's, too; with a fresh ticket. */
export function comeBack(slug: string, seatId: string): Promise<Answer<Entered>> {
  return answerOf(() => api.POST('/api/join/return', { body: { slug, seatId }, signal: inTime() }));
}

/** The servers that help a browser to find its way to the gateway; null where nobody said which they are. */
export async function iceServers(): Promise<RTCIceServer[] | null> {
  const answer = await answerOf(() => api.GET('/api/join/ice', { signal: inTime() }));
  return 'value' in answer ? answer.value.iceServers : null;
}

async function answerOf<T>(call: () => Promise<Reply<T>>): Promise<Answer<T>> {
  try {
    const { data, error, response } = await call();
    noteServerTime(response);
    if (response.ok) return { value: data as T };
    const problem = (error ?? {}) as { code?: string; detail?: string };
    const { status } = response;
    if (status >= 500) return { status, code: 'unreachable', why: 'server' };
    if (status === 429) return { status, code: 'unreachable', why: 'crowd' };
    return { status, code: problem.code ?? 'refused', ...(problem.detail !== undefined && { detail: problem.detail }) };
  } catch {
    return { status: 0, code: 'unreachable', why: 'offline' };
  }
}

let ahead = 0;

/** A countdown must not depend on a phone's wrong clock: the server's answers carry the right one. */
function noteServerTime(response: Response): void {
  const server = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  ahead = Math.abs(difference) > 2_000 ? difference : 0; // the header knows whole seconds only
}

/** Now, by the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead;
}
