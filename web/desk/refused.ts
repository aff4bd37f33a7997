import type { Schemas } from '../../client/api.ts';

/** What the server answers when it says no (RFC 9457), or what stands for it when nobody answers. */
export interface Problem extends Pick<Schemas['Problem'], 'status' | 'code' | 'detail' | 'errors'> {
  /** With `wall-time-skipped`: the first wall time after the gap. */
  next?: string;
}

/** A request that did not do what was asked; its message is a sentence for people. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

const UNREACHABLE: Problem = {
  status: 0,
  code: 'unreachable',
  detail: 'Foyer could not be reached. Check your connection and try again: nothing you typed is lost.',
};

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The data of an answer, or its problem thrown: so that the query cache tells the two apart. */
export async function dataOf<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch(() => {
    throw new Refused(UNREACHABLE);
  });
  if (response.ok) return data as Data;
  const told = typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {};
  throw new Refused({
    ...told,
    status: response.status,
    code: told.code ?? 'unexpected',
    detail: told.detail ?? 'Something broke on our side. Please try again in a moment.',
  });
}

export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Refused) return error.problem;
  return error ? { status: 0, code: 'unexpected', detail: 'Something broke on this page. Reload it and try again.' } : undefined;
}

/** The sentence about one place in what was sent, or about anything inside it where `within`. */
export function mistakeAt(error: unknown, pointer: string, within = false): string | undefined {
  return problemOf(error)?.errors?.find((one) => one.pointer === pointer || (within && one.pointer.startsWith(`${pointer}/`)))?.detail;
}

/** What is wrong with what no field of the page stands for; the whole refusal where it names no place. */
export function mistakesBut(shown: RegExp, error: unknown): string | undefined {
  const problem = problemOf(error);
  return problem && (problem.errors?.length ? problem.errors.filter(({ pointer }) => !shown.test(pointer)).map(({ detail }) => detail).join(' ') : problem.detail);
}
