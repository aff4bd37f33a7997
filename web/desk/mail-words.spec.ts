import { minutesOf, spellLead } from './lead.ts';
import { fateOf, inWords, isInTrouble, isLost, kindOf, lastOf, lineOf, whyOf } from './mail-words.ts';
import type { Delivery } from './sessions.ts';

const now = Date.parse('2026-12-01T12:00:00Z');
const written: Delivery['history'][number] = { at: '2026-12-01T11:59:00.000Z', event: 'queued', answer: null, nextTryAt: null };
const mail: Delivery = {
  id: 'one', kind: 'confirmation', registrationId: 'ada', teammateId: null, recipient: 'ada@example.org', status: 'queued', reason: null, bounce: null, minutesBefore: null,
  createdAt: written.at, sentAt: null, attempts: 0, lastAnswer: null, nextTryAt: written.at, history: [written],
};

describe('a mail to somebody', () => {
  it('that waits for two minutes says when it leaves', () => {
    expect(fateOf(mail, now).words).toBe('queued');
    expect(fateOf({ ...mail, nextTryAt: '2026-12-01T12:02:00.000Z' }, now).words).toBe('queued, leaves in 2 minutes');
  });

  it('that was refused is lost, and says why in plain words', () => {
    const failed: Delivery = { ...mail, status: 'failed', lastAnswer: '550 5.1.1 <…> User unknown', nextTryAt: null };
    expect(isLost(failed)).toBe(true);
    expect(fateOf(failed, now)).toEqual({ tone: 'lost', words: 'failed' });
    expect(whyOf(failed)).toBe('There is no such mailbox.');
  });

  it('that came back says what the other server found', () => {
    expect(whyOf({ ...mail, status: 'bounced', bounce: 'hard', reason: '5.2.2' })).toBe('The mailbox is full.');
    expect(whyOf({ ...mail, status: 'bounced', bounce: 'hard', reason: '5.0.0' })).toBe('The address takes no mail.');
  });

  it('to an address that two mails came back from was not sent', () => {
    const stopped: Delivery = { ...mail, status: 'failed', reason: 'stopped-address' };
    expect(fateOf(stopped, now).words).toBe('not sent');
    expect(whyOf(stopped)).toMatch(/nothing more is sent/);
    expect(lineOf({ ...written, event: 'failed', answer: 'stopped-address' })).toEqual({ words: 'Not sent', answer: whyOf(stopped) });
  });

  it('that is put off is in trouble, not lost', () => {
    const deferred: Delivery = { ...mail, status: 'deferred', lastAnswer: '450 4.7.1 Greylisted', history: [written, { ...written, event: 'deferred', answer: '450 4.7.1 Greylisted' }] };
    expect([isLost(deferred), isInTrouble(deferred)]).toEqual([false, true]);
    expect(whyOf(deferred)).toBe('The mail server asks to try again later.');
  });

  it('is in trouble while our own mail server is away, though nothing is wrong with it', () => {
    const waiting: Delivery = { ...mail, history: [written, { ...written, event: 'not-reached', answer: 'connect ECONNREFUSED' }] };
    expect(isInTrouble(waiting)).toBe(true);
    expect(fateOf(waiting, now).tone).toBe('trouble');
    expect(whyOf(waiting)).toMatch(/^Our own mail server/);
  });

  it('that was cut off may have arrived', () => {
    expect(whyOf({ ...mail, status: 'deferred', lastAnswer: 'Connection closed', history: [written, { ...written, event: 'unknown', answer: 'Connection closed' }] })).toMatch(/may have arrived/);
  });

  it('that became needless is neither lost nor in trouble', () => {
    const moved: Delivery = { ...mail, status: 'superseded', reason: 'rescheduled' };
    expect([isLost(moved), isInTrouble(moved)]).toEqual([false, false]);
    expect(whyOf(moved)).toBe('The session was moved meanwhile.');
  });

  it('that became needless says nothing of how somebody was reached last', () => {
    const [sent, moved]: [Delivery, Delivery] = [{ ...mail, status: 'sent' }, { ...mail, id: 'two', kind: 'update', status: 'superseded', createdAt: '2026-12-01T12:30:00.000Z' }];
    expect(lastOf([moved, sent])).toBe(sent);
    expect(lastOf([moved])).toBe(moved);
  });

  it('says nothing more where all is well', () => {
    expect(whyOf({ ...mail, status: 'sent', lastAnswer: '250 2.0.0 Ok' })).toBeUndefined();
  });

  it('shows the server’s own words in its history', () => {
    expect(lineOf({ ...written, event: 'deferred', answer: '452 4.2.2 Over quota' })).toEqual({ words: 'Put off by the mail server', answer: '“452 4.2.2 Over quota”' });
  });
});

describe('a mail server’s answer', () => {
  it.each([
    ['552 5.2.2 Mailbox full', 'the mailbox is full'],
    ['452 too many recipients', 'the mailbox or the mail server is full'],
    ['550-5.7.26 Unauthenticated', 'the mail server doubts that it comes from us (SPF, DKIM, DMARC)'],
    ['554 5.7.1 Spam', 'the mail server does not want it'],
    ['451 4.7.1 Try later', 'the mail server asks to try again later'],
    ['556 5.1.10 Null MX', 'the part after the @ takes no mail'],
    ['550 no', 'the address takes no mail'],
    ['Connection from 10.0.0.5 1.2.3', undefined],
    ['', undefined],
  ])('“%s” means: %s', (answer, words) => {
    expect(inWords(answer)).toBe(words);
  });
});

describe('how long before the start', () => {
  it.each([[1, '1 minute'], [45, '45 minutes'], [60, '1 hour'], [90, '90 minutes'], [1440, '1 day'], [2880, '2 days'], [1500, '25 hours']])('%i minutes are %s', (minutes, words) => {
    expect(spellLead(minutes)).toBe(words);
  });

  it.each([['1', 'days', 1440], [' 1.5', 'hours', 90], ['1,5', 'hours', 90], ['0', 'hours', undefined], ['0.5', 'minutes', undefined], ['soon', 'days', undefined], ['', 'days', undefined], ['-1', 'days', undefined]] as const)('%s %s is %s', (typed, unit, minutes) => {
    expect(minutesOf(typed, unit)).toBe(minutes);
  });

  it('is said of a reminder', () => {
    expect(kindOf({ kind: 'reminder', minutesBefore: 1440 })).toBe('Reminder, 1 day before');
    expect(kindOf({ kind: 'update', minutesBefore: null })).toBe('New time');
  });
});
