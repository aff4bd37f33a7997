/** One mistake in what was sent: where it stands (RFC 6901 JSON pointer) and a sentence for its author. */
export interface Mistake {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/**
 * No, and why: a stable kebab-case code for programs, a sentence for people. Thrown anywhere inside,
 * it leaves as RFC 9457 `application/problem+json`.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly sentence: string,
    readonly status: number = 409,
    readonly mistakes: readonly Mistake[] = [],
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${sentence}`);
  }
}

/** It is not there, or not for whoever asks: the two look the same from outside. */
export class NotFound extends Refusal {
  constructor(what: string) {
    super(`${what}-not-found`, `There is no such ${what}.`, 404);
  }
}

/** What was sent cannot be taken; each mistake is named where it stands. */
export class Invalid extends Refusal {
  constructor(mistakes: readonly Mistake[], sentence = 'Some of what was sent needs another look.') {
    super('invalid', sentence, 422, mistakes);
  }

  static at(pointer: string, code: string, detail: string): Invalid {
    return new Invalid([{ pointer, code, detail }]);
  }
}

/** The caller is nobody that we know, or may not do this. */
export class Forbidden extends Refusal {
  constructor(code: string, sentence: string) {
    super(code, sentence, 403);
  }
}

/** Not the asker's mistake, and worth another try: something that we need ourselves does not answer. */
export class NotNow extends Refusal {
  constructor() {
    super('not-now', 'This cannot be answered right now. Try again in a moment.', 503, [], { retryAfter: 2 });
  }
}
