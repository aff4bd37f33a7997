import { sentenceFor, troubleFrom, type Trouble } from './trouble.ts';

describe('a device that cannot be used', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'failed'],
  ])('%s means %s', (name, trouble) => expect(troubleFrom({ name })).toBe(trouble));

  it('is told in a sentence of its own, for each device, for both, and each reason', () => {
    const troubles: Trouble[] = ['insecure', 'denied', 'missing', 'busy', 'unplugged', 'failed'];
    const sentences = (['camera', 'microphone', 'both'] as const).flatMap((device) => troubles.map((one) => sentenceFor(device, one)));
    expect(new Set(sentences).size).toBe(18);
  });
});
