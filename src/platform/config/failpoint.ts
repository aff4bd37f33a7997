/** The moments at which a test may end this process. Their order is that of one registration's way to its mail. */
export type Failpoint =
  | 'registration-begun' | 'registration-stored' | 'registration-committed'
  | 'confirmation-begun' | 'confirmation-written' | 'confirmation-committed'
  | 'delivery-claimed' | 'letter-rendered' | 'mail-accepted' | 'delivery-booked';

const armed = process.env['NODE_ENV'] === 'test' ? process.env['FOYER_FAILPOINT'] : undefined;

/** Ends the process as `kill -9` would, if FOYER_FAILPOINT names this moment and NODE_ENV is `test`; otherwise nothing. */
export function failpoint(name: Failpoint): void {
  if (name === armed) process.kill(process.pid, 'SIGKILL');
}
