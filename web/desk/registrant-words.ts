const STATUSES: Record<string, string> = {
  confirmed: 'Confirmed',
  pending: 'Waiting for your answer',
  waitlisted: 'On the waitlist',
  denied: 'Denied',
  withdrawn: 'Cancelled',
  barred: 'Barred',
  revoked: 'Link revoked',
};

/** A registration's status, in the organizer's words. */
export const spellStatus = (status: string): string => STATUSES[status] ?? status;

export function spellAnswer(answer: unknown): string {
  if (answer === undefined || answer === null || answer === '') return '–';
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return Array.isArray(answer) ? answer.join(', ') : String(answer);
}
