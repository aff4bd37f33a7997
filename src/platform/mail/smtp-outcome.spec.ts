import { outcomeOf, withoutAddresses } from './smtp-outcome.js';

const fault = (code: string, responseCode?: number, command = 'RCPT TO') => ({ message: 'x', code, command, responseCode, response: responseCode ? `${responseCode} said so` : undefined });

describe('what a mail server’s answer means', () => {
  it.each([550, 551, 552, 553, 554])('%d at RCPT or DATA refuses this mail for good', (code) => {
    expect(outcomeOf(fault('EENVELOPE', code), false).kind).toBe('refused');
    expect(outcomeOf(fault('EMESSAGE', code, 'DATA'), true).kind).toBe('refused');
  });

  it.each([450, 451, 452, 503])('%d puts it off', (code) => {
    expect(outcomeOf(fault('EENVELOPE', code), false).kind).toBe('deferred');
  });

  it('a refused sender is about us: put off, and to be seen', () => {
    expect(outcomeOf(fault('EENVELOPE', 550, 'MAIL FROM'), false).kind).toBe('deferred');
  });

  it.each([421, 530, 535])('%d, whenever it comes, says nothing about the mail', (code) => {
    expect(outcomeOf(fault('EENVELOPE', code), false).kind).toBe('transport');
    expect(outcomeOf(fault('EMESSAGE', code, 'DATA'), true).kind).toBe('transport');
  });

  it('554 in place of a greeting says nothing about the mail', () => {
    expect(outcomeOf(fault('EPROTOCOL', 554, 'CONN'), false).kind).toBe('transport');
  });

  it.each(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EAUTH', 'EABORT'])('%s before the whole mail was written is the way, not the mail', (code) => {
    expect(outcomeOf(fault(code, undefined, 'CONN'), false).kind).toBe('transport');
  });

  it.each(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EABORT'])('%s after the last byte leaves us not knowing', (code) => {
    expect(outcomeOf(fault(code, undefined, 'CONN'), true).kind).toBe('unknown');
  });

  it('is remembered in one line, without addresses', () => {
    expect(withoutAddresses('550 5.1.1 <bo@example.org>: Recipient\r\n address rejected')).toBe('550 5.1.1 <…>: Recipient address rejected');
    expect(withoutAddresses('554 spam: https://foyer.example/j/abc-D_9 and https://foyer.example/me/abc-D_9')).toBe('554 spam: https://foyer.example/j/… and https://foyer.example/me/…');
  });

  it('is remembered without whatever opens something, though it is a calendar’s file or stands in another address', () => {
    const token = 'Zk9v-3bT_0aQxw1yLm4N5oP6rS7';
    for (const quoted of [`/calendar/${token}.ics`, `/reminders-off/${token}`, `/me/${token}`, `/j/${token}`]) {
      expect(withoutAddresses(`554 5.7.1 blocked: https://foyer.example${quoted} is listed`)).not.toContain(token);
      const inAnother = `https://calendar.example/render?details=${encodeURIComponent(`Join here: https://foyer.example${quoted}`)}&location=x`;
      expect(withoutAddresses(`554 5.7.1 blocked: ${inAnother} is listed`)).toMatch(/^554 5\.7\.1 blocked: https:\/\/calendar\.example\/(?!.*Zk9v).*….* is listed$/);
    }
  });
});
