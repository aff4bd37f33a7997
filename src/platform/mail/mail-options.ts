import type { ISendMailOptions } from '@nestjs-modules/mailer';
import type { OutgoingMail } from './mailer.js';

/** A mail as nodemailer takes it. No `context`, no template: with them the mailer would fill in `{{…}}` unescaped. */
export function asOptions(mail: OutgoingMail): ISendMailOptions {
  const options: ISendMailOptions & { envelope: object; messageId: string; disableFileAccess: true; disableUrlAccess: true } = {
    envelope: { from: mail.bounceTo, to: mail.to.address },
    messageId: mail.messageId,
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
    date: mail.date,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': mail.language,
      ...mail.headers,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (mail.invite) {
    const { method, file } = mail.invite;
    // base64 for both copies, so that no server on the way can change a line end in one of them
    const icalEvent = { method, filename: 'invite.ics', content: Buffer.from(file), contentTransferEncoding: 'base64' };
    options.icalEvent = icalEvent;
  }
  return options;
}
