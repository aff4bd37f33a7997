/** PostgreSQL's classes 08 (connection), 53 (no room, no connection left), 57 (shut down, cancelled as overdue), and the wire's own. */
const CODES = /^(08...|53...|57P0.|57014|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|EHOSTUNREACH)$/;
/** What node-postgres and its pool say without a code. */
const SENTENCES = /^(Query read timeout|Connection terminated|timeout exceeded when trying to connect|timeout expired|Cannot use a pool after calling end)/;

/** Whether it failed because the database cannot be reached or does not answer: nobody's mistake, and over in a while. */
export function isAway(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause ?? (one as { previous?: unknown }).previous) {
    if (CODES.test((one as { code?: string }).code ?? '') || SENTENCES.test(one.message)) return true;
  }
  return false;
}
