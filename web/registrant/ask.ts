import { api, type Schemas } from '../../client/api.ts';
import { refusalSaid, type Mistake } from '../words/said.js';
import { words } from '../words/spoken.js';

export type Own = Schemas['OwnRegistrationAnswer'];
export type Field = Schemas['FieldAnswer'];
export type OwnData = Schemas['OwnDataAnswer'];
/** What to change; what is not named stays. */
export type Wish = Omit<Schemas['ChangeBody'], 'token'>;

/** No, and why: a code to act on, a sentence to show, and each mistake where it stands. */
export interface Refused {
  /** 0 where nobody answered. */
  status: number;
  code: string;
  sentence: string;
  mistakes: readonly Mistake[];
}

export type Answer<T> = { value: T } | { refused: Refused };

/** Nobody is signed in here: no cookie goes along, and a request on a dead network ends by itself. */
const plainly = () => ({ credentials: 'omit', signal: AbortSignal.timeout(15_000) }) as const;

export const read = (token: string): Promise<Answer<Own>> => answerOf(() => api.POST('/api/registrant/read', { body: { token }, ...plainly() }));
export const change = (token: string, wish: Wish): Promise<Answer<Own>> => answerOf(() => api.POST('/api/registrant/change', { body: { token, ...wish }, ...plainly() }));
export const accept = (token: string): Promise<Answer<Own>> => answerOf(() => api.POST('/api/registrant/accept', { body: { token }, ...plainly() }));
export const withdraw = (token: string): Promise<Answer<Own>> => answerOf(() => api.POST('/api/registrant/withdraw', { body: { token }, ...plainly() }));
export const sendAgain = (token: string): Promise<Answer<unknown>> => answerOf(() => api.POST('/api/registrant/send-again', { body: { token }, ...plainly() }));
export const takeOut = (token: string): Promise<Answer<OwnData>> => answerOf(() => api.POST('/api/registrant/export', { body: { token }, ...plainly() }));
export const erase = (token: string): Promise<Answer<unknown>> => answerOf(() => api.POST('/api/registrant/erase', { body: { token }, ...plainly() }));

async function answerOf<T>(call: () => Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Answer<T>> {
  const refused = (status: number, code: string, sentence: string, mistakes: Refused['mistakes'] = []): Answer<T> => ({ refused: { status, code, sentence, mistakes } });
  try {
    const { data, error, response } = await call();
    if (response.ok) return { value: data as T };
    if (response.status >= 500) return refused(response.status, 'unreachable', words.own.unreachable.server);
    const problem = (error ?? {}) as Partial<Schemas['Problem']>;
    return refused(response.status, problem.code ?? 'refused', refusalSaid(words.refusals, problem.code, problem.detail ?? words.unreachable.refused), problem.errors);
  } catch {
    return refused(0, 'unreachable', words.own.unreachable.offline);
  }
}
