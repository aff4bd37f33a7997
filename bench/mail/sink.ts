import type { Question } from '../mail-sink.ts';
import type { Program } from '../parts.ts';
import type { Expected, Found } from './as-received.ts';

/** The mail server of the benchmark, as its own process, with what may be asked of it. */
export class Sink {
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  async listens(): Promise<string> {
    return (await this.ask<{ url: string }>({ do: 'listen' })).url;
  }

  keeps(): Promise<object> {
    return this.ask({ do: 'keep' });
  }

  has(): Promise<{ mails: number; first: number; last: number }> {
    return this.ask({ do: 'kept' });
  }

  one(to: string): Promise<{ mail: string }> {
    return this.ask({ do: 'one', to });
  }

  /** By address, the end of the link that their mail holds. */
  async links(): Promise<ReadonlyMap<string, string>> {
    return (await this.ask<{ links: ReadonlyMap<string, string> }>({ do: 'links' })).links;
  }

  judges(expected: Expected): Promise<Found> {
    return this.ask({ do: 'judge', expected });
  }

  private ask<Answer>(question: Question): Promise<Answer> {
    return this.program.ask(question);
  }
}
