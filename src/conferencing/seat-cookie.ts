import { createHmac } from 'node:crypto';

const TWO_DAYS_S = 2 * 24 * 60 * 60;

/** One for each session, so that one seat's revocation touches no other. `__Host-` wherever HTTPS makes it possible. */
const nameOf = (sessionId: string, secure: boolean): string => `${secure ? '__Host-' : ''}foyer-seat-${sessionId.slice(0, 8)}`;

export function seatCookie(sessionId: string, value: string, secure: boolean): string {
  return `${nameOf(sessionId, secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${TWO_DAYS_S}${secure ? '; Secure' : ''}`;
}

export function readSeatCookie(header: string | undefined, sessionId: string, secure: boolean): string | undefined {
  const name = `${nameOf(sessionId, secure)}=`;
  const pair = header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(name));
  return pair?.slice(name.length);
}

/** What a page's *Join* is given, however often it is sent: nobody finds it out who knows the attempt or the session alone. */
export const cookieOfAttempt = (attempt: string, sessionId: string, secret: string): string =>
  createHmac('sha256', secret).update(`seat-cookie\n${sessionId}\n${attempt}`).digest('base64url').slice(0, 27);
