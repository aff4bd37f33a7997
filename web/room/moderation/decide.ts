import { useState } from 'preact/hooks';
import type { ModerationRequest } from '../../../client/protocol.ts';
import { sentenceOf } from '../connection.ts';
import type { Visit } from '../visit.ts';

/** One thing that a host asks of the server, and what became of it. */
export interface Deciding {
  busy: boolean;
  /** What was done, to be said aloud. */
  told: string;
  trouble: string;
  /** Whether it came to pass. `told` is said then. */
  decide(request: ModerationRequest, told?: string): Promise<boolean>;
}

export function useDeciding(visit: Visit): Deciding {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState({ told: '', trouble: '' });
  async function decide(request: ModerationRequest, told = ''): Promise<boolean> {
    setBusy(true);
    say({ told: '', trouble: '' });
    const trouble = await visit.line.ask(request).then(() => '', sentenceOf);
    setBusy(false);
    say(trouble ? { told: '', trouble } : { told, trouble: '' });
    return !trouble;
  }
  return { busy, ...said, decide };
}
