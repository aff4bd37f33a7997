import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { OptimisticLockError } from '@mikro-orm/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { isAway } from '../database/is-away.js';
import { NotNow, Refusal, type Mistake } from '../model/refusal.js';
import { AnsweredBefore } from './kept-answers.js';
import type { Pages } from './pages.js';

/** RFC 9457, with a stable code and the mistakes in what was sent. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: Mistake[];
}

/** A reference within this instance, whatever its address: the page there says what such an answer means. */
const TYPE_BASE = '/problems/';

export function problemOf(error: unknown): { problem: ProblemDocument; unexpected: boolean } {
  const refusal = asRefusal(error);
  const status = refusal?.status ?? 500;
  const code = refusal?.code ?? 'unexpected';
  return {
    unexpected: !refusal || (refusal instanceof NotNow && error !== refusal),
    problem: {
      type: TYPE_BASE + code,
      title: STATUS_CODES[status] ?? 'Problem',
      status,
      code,
      detail: refusal?.sentence ?? 'Something went wrong on our side. It has been noted; please try again.',
      ...(refusal && refusal.mistakes.length > 0 && { errors: [...refusal.mistakes] }),
      ...refusal?.extra,
    },
  };
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof OptimisticLockError) return new Refusal('changed-meanwhile', 'Somebody else changed it at the same moment. Look again, then repeat.', 409);
  if (error instanceof HttpException) return new Refusal(codeOf(error.getStatus()), error.message, error.getStatus());
  const { statusCode, code } = (error ?? {}) as { statusCode?: number; code?: string };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Refusal(codeOf(statusCode), SENTENCES[statusCode] ?? 'The request cannot be understood.', statusCode);
  }
  // Text that PostgreSQL cannot hold (NUL, broken UTF-8), a number out of range: the sender's mistake.
  if (code === '22021' || code === '22P05' || code === '22003' || code === '22P02' || code === '22008') {
    return new Refusal('invalid', 'Something that was sent cannot be stored.', 422);
  }
  if (isAway(error)) return new NotNow();
  return null;
}

/** The answer itself, wherever it is given. */
export function sendProblem(error: unknown, _request: unknown, reply: FastifyReply): void {
  const { problem } = problemOf(error);
  void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

const SENTENCES: Record<number, string> = {
  400: 'The request is not well-formed.',
  414: 'This address is too long.',
  413: 'That is more than can be taken at once.',
  415: 'Send JSON (application/json).',
};

const codeOf = (status: number): string => (STATUS_CODES[status] ?? 'problem').toLowerCase().replace(/[^a-z]+/g, '-');

/** What is a program's alone. Everything else has people at it, who are shown a page. */
const FOR_PROGRAMS = /^\/(api|assets|health|ws|openapi\.json|metrics)(?![\w-])/;

const HEADINGS: Record<number, string> = {
  404: 'Nothing behind this door',
  429: 'One moment, please',
  503: 'We will be right back',
};

/**
 * Every error that leaves over HTTP leaves as a problem document: no stack, no SQL, no token. A person who
 * follows a link in a browser gets the same sentence on a page.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  constructor(private readonly pages?: Pages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof AnsweredBefore) return error.send(reply);
    const { problem, unexpected } = problemOf(error);
    if (unexpected) this.log.error(error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : String(error));
    const retryAfter = (problem as unknown as { retryAfter?: number }).retryAfter;
    if (retryAfter) void reply.header('retry-after', String(retryAfter));
    const { url, headers } = host.switchToHttp().getRequest<FastifyRequest>();
    if (this.pages && /\btext\/html\b/.test(headers.accept ?? '') && !FOR_PROGRAMS.test(url)) {
      const sentence = error instanceof HttpException ? 'Nothing is kept at this address. Look whether all of it was copied.' : problem.detail;
      return this.pages.send(reply, problem.status, this.pages.message(HEADINGS[problem.status] ?? 'That did not work', sentence));
    }
    void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
