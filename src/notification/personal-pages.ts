import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { keyOf } from '../platform/config/sealed.js';

/** What an address in a mail is good for; one for the one does nothing at the other. */
export type Purpose = 'calendar' | 'reminders-off';

const UUID_BYTES = 16;
const SIGNATURE_BYTES = 20;

/**
 * Addresses that only the reader of a mail knows: a registration's id, signed for one purpose. The same each
 * time, so that a mail sent again is the same mail; none of them opens a session.
 */
@Injectable()
export class PersonalPages {
  private readonly key: KeyObject;

  constructor(private readonly configuration: Configuration) {
    this.key = keyOf(configuration.secret, 'personal-pages');
  }

  calendarFile(recipientId: string): string {
    return this.calendarFileAt(this.token('calendar', recipientId));
  }

  remindersOff(recipientId: string): string {
    return this.remindersOffAt(this.token('reminders-off', recipientId));
  }

  calendarFileAt(token: string): string {
    return `${this.configuration.publicUrl}/calendar/${token}.ics`;
  }

  remindersOffAt(token: string): string {
    return `${this.configuration.publicUrl}/reminders-off/${token}`;
  }

  /** The recipient's id, or null where we have not signed this. */
  read(purpose: Purpose, token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== UUID_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== token) return null;
    const [id, signature] = [bytes.subarray(0, UUID_BYTES), bytes.subarray(UUID_BYTES)];
    if (!timingSafeEqual(signature, this.signature(purpose, id))) return null;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** The last part of such an address: letters, digits, `-` and `_`. */
  token(purpose: Purpose, recipientId: string): string {
    const id = Buffer.from(recipientId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.signature(purpose, id)]).toString('base64url');
  }

  private signature(purpose: Purpose, id: Buffer): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}\0`).update(id).digest().subarray(0, SIGNATURE_BYTES);
  }
}
