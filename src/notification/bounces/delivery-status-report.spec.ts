import fc from 'fast-check';
import { deliveryStatusIn } from './delivery-status-report.js';

const crlf = (text: string): Buffer => Buffer.from(text.replace(/\n/g, '\r\n'), 'latin1');

/** As Postfix writes it. */
const postfix = (fields: string): string => `Return-Path: <>
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
To: bounce+x@foyer.test
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F2C.1700000000/mx.example.org"

This is a MIME-encapsulated message.

--4F2C.1700000000/mx.example.org
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<bo@example.org>: host mx.example.org said: 550 5.1.1 User unknown

--4F2C.1700000000/mx.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
X-Postfix-Queue-ID: 4F2C

Final-Recipient: rfc822; bo@example.org
${fields}

--4F2C.1700000000/mx.example.org
Content-Type: message/rfc822

Subject: You are registered

--4F2C.1700000000/mx.example.org--
`;

describe('a mail that came back', () => {
  it.each([
    ['Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown', { action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 User unknown' }],
    ['Action: failed\nStatus: 4.4.7\nDiagnostic-Code: smtp; 451 try later', { action: 'failed', status: '4.4.7', diagnostic: '451 try later' }],
    ['Action: delayed\nStatus: 4.4.1\nWill-Retry-Until: Tue, 01 Dec 2026 08:00:00 +0000', { action: 'delayed', status: '4.4.1', diagnostic: '' }],
    ['ACTION: Failed (bounced)\nSTATUS: 5.2.2 (mailbox full)\nDiagnostic-Code: smtp;\n  552 5.2.2\n  full', { action: 'failed', status: '5.2.2', diagnostic: '552 5.2.2 full' }],
  ])('says what became of it: %s', (fields, fate) => {
    expect(deliveryStatusIn(crlf(postfix(fields)))).toEqual(fate);
    expect(deliveryStatusIn(Buffer.from(postfix(fields)))).toEqual(fate); // bare line feeds, as some write them
  });

  it.each(['Action: delivered\nStatus: 2.0.0', 'Action: relayed\nStatus: 2.1.9', 'Action: failed', 'Status: 5.1.1', 'Action: failed\nStatus: 5', 'Action: failed\nStatus: 2.0.0', 'Action: exploded\nStatus: 5.1.1', ''])(
    'is no news, or no report: %j', (fields) => {
      expect(deliveryStatusIn(crlf(postfix(fields)))).toBeNull();
    });

  it('may be written in base64 or quoted-printable', () => {
    const status = 'Reporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n';
    const written = (encoding: string, body: string): Buffer =>
      crlf(`Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: ${encoding}\n\n${body.replace(/\r/g, '')}\n--b--\n`);
    for (const mail of [written('base64', Buffer.from(status).toString('base64')), written('quoted-printable', status.replace('failed', '=66ail=\r\ned'))]) {
      expect(deliveryStatusIn(mail)).toMatchObject({ action: 'failed', status: '5.1.1' });
    }
  });

  it('tells the worst, where a report names several', () => {
    expect(deliveryStatusIn(crlf(postfix('Action: delayed\nStatus: 4.4.1\n\nFinal-Recipient: rfc822; x\nAction: failed\nStatus: 5.1.1\n\nAction: failed\nStatus: 4.2.2')))).toMatchObject({ status: '5.1.1' });
  });

  it('is not an automatic answer that only speaks of failure', () => {
    expect(deliveryStatusIn(crlf('Content-Type: text/plain\nSubject: Out of office\n\nAction: failed\nStatus: 5.1.1\n'))).toBeNull();
    expect(deliveryStatusIn(crlf('Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n--b--'))).toBeNull();
  });

  it('is read in no time and never throws, whatever it is made of', () => {
    const piece = fc.constantFrom('\r\n', '\n', '--', '--b', 'Content-Type: ', 'multipart/report; boundary=b', 'multipart/mixed; boundary="', 'message/delivery-status', 'Action: failed', 'Status: 5.1.1', ':', ' ', '\t', '"', '\0', '\u00ff', 'a'.repeat(300), 'Content-Transfer-Encoding: base64');
    const hostile = fc.oneof(
      fc.array(piece, { maxLength: 400 }).map((all) => Buffer.from(all.join(''), 'latin1')),
      fc.uint8Array({ maxLength: 4_000 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(
        Buffer.from(`Content-Type: multipart/report; boundary=b\n\n${'--b\nContent-Type: multipart/mixed; boundary=b\n\n'.repeat(5_000)}`),
        Buffer.from('\r\n '.repeat(80_000)), Buffer.from('\n\n'.repeat(100_000)), Buffer.from(`Content-Type: ${' '.repeat(200_000)}`), Buffer.from(`Content-Type: multipart/x; ${'boundary='.repeat(20_000)}`),
      ),
    );
    fc.assert(fc.property(hostile, (mail) => {
      const fate = deliveryStatusIn(mail); // what took more than linear time would not end within the test's own
      if (fate) {
        expect(fate.status).toMatch(/^[45]\.\d{1,3}\.\d{1,3}$/);
        expect(['failed', 'delayed']).toContain(fate.action);
        expect(fate.diagnostic.length).toBeLessThanOrEqual(500);
      }
    }), { numRuns: 1_000 });
  });
});
