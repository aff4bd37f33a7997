import { troubleFrom } from './trouble.ts';

describe('a device that cannot be used', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'failed'],
  ])('%s means %s', (name, trouble) => expect(troubleFrom({ name })).toBe(trouble));
});
