import type { LoggerService } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { inspect } from 'node:util';
import { inSources } from './stack.js';

/** Which request is being answered: every line that is written meanwhile names it. */
export const requestScope = new AsyncLocalStorage<{ readonly requestId: string }>();

type Level = 'info' | 'warn' | 'error';

/**
 * One JSON object for each line: time, level, part, what happened, and the request, whose id its asker got as
 * `X-Request-Id`. Addresses and links are struck out here once more, though nobody should hand any in: a library's
 * sentence may quote what it was given.
 */
export class JsonLog implements LoggerService {
  constructor(private readonly write: (line: string) => void = (line) => void process.stdout.write(line)) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.line('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.line('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.line('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.line('error', message, rest);
  }

  /** Nest hands the part last, and before it, for an error, its stack. */
  private line(level: Level, message: unknown, rest: unknown[]): void {
    const part = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const stack = rest.slice(0, -1).find((one) => typeof one === 'string' && one.includes('\n'));
    const requestId = requestScope.getStore()?.requestId;
    const text = message instanceof Error ? `${message.name}: ${message.message}` : typeof message === 'string' ? message : JSON.stringify(message);
    this.write(`${JSON.stringify({ time: new Date().toISOString(), level, part, ...(requestId && { requestId }), message: redacted(inSources(text)), ...(stack !== undefined && { stack: redacted(inSources(String(stack))) }) })}\n`);
  }
}

/** What libraries write past every logger comes in the same lines, with the same struck out. */
export function takeConsole(log: JsonLog): void {
  const said = (words: unknown[]): string => words.map((word) => (typeof word === 'string' ? word : word instanceof Error ? `${word.name}: ${word.message}` : inspect(word, { depth: 2 }))).join(' ');
  Object.assign(console, {
    error: (...words: unknown[]) => log.error(said(words), 'Console'),
    warn: (...words: unknown[]) => log.warn(said(words), 'Console'),
  });
}

/** E-mail addresses, personal links, keys, and everything else that is long and random enough to be a secret; ids stay. */
export function redacted(text: string): string {
  return text
    .replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;]+\.[\w-]+/g, '…@…')
    .replace(/(\/(?:j|me|reminders-off)\/|[#?&](?:link|confirm|join|token)=)[\w%.-]+/g, '$1…')
    .replace(/(bearer\s+)\S+/gi, '$1…')
    .replace(/[A-Za-z0-9_-]{27,}/g, (word) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word) || /^[a-z]+([-_][a-z]+)*$/i.test(word) ? word : '…'));
}
