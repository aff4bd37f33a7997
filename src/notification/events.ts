import { Query } from '@nestjs/cqrs';
import type { DeliveryStatus, LetterKind } from './model/due-delivery.js';

/** One letter to somebody, and all that became of it, oldest first. */
export interface MailToPerson {
  kind: LetterKind;
  status: DeliveryStatus;
  minutesBefore: number | null;
  history: { at: string; event: string; answer: string | null }[];
}

/** What was and will be mailed to one person about one session. `recipientId`: a registration's or a teammate's. */
export class MailsToPerson extends Query<MailToPerson[]> {
  constructor(
    readonly sessionId: string,
    readonly recipientId: string,
  ) {
    super();
  }
}
