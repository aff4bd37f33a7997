import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Reminders } from './reminders.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** Each batch looks at everyone anew: a few large ones are sooner done, and none holds the statement's time. */
const AT_ONCE = 2_500;

/** In the half hour before a start everyone is reminded once, and at the moments that the organizer chose; after a downtime still, after the start never. */
@Injectable()
export class WriteReminders {
  private readonly log = new Logger('Reminders');
  private scanning = false;

  constructor(private readonly reminders: Reminders, private readonly sender: SendDueDeliveries) {}

  @Interval(3_000)
  async scan(): Promise<void> {
    if (this.scanning) return;
    this.scanning = true;
    try {
      let written: number;
      do {
        written = await this.reminders.write(AT_ONCE);
        if (written > 0) this.sender.wake();
      } while (written === AT_ONCE);
    } catch (error) {
      // the database is away; the next scan finds the same
      this.log.warn(`Not scanned: ${(error as Error).message}`);
    } finally {
      this.scanning = false;
    }
  }
}
