import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Reminders, type DueMoment } from './reminders.js';
import { SendDueDeliveries } from './send-due-deliveries.js';

/** The first leave while the others are written, and none of these statements holds its time. */
const AT_ONCE = 2_500;
const SCAN_MS = 1_000;
/**
 * A moment for which all was written is looked at again: a confirmation that would have said it all can fail. Every
 * look goes over all of a session's people, until it starts; so not at every scan.
 */
const LOOK_AGAIN_MS = 5_000;

/** In the half hour before a start everyone is reminded once, and at the moments that the organizer chose; after a downtime still, after the start never. */
@Injectable()
export class WriteReminders {
  private readonly log = new Logger('Reminders');
  private scanning = false;
  /** When everybody was last looked at, for each moment that has come and whose session did not start. */
  private looked = new Map<string, number>();

  constructor(private readonly reminders: Reminders, private readonly sender: SendDueDeliveries) {}

  @Interval(SCAN_MS)
  async scan(): Promise<void> {
    if (this.scanning) return;
    this.scanning = true;
    try {
      const due = new Map((await this.reminders.due()).map((moment) => [nameOf(moment), moment]));
      this.looked = new Map([...this.looked].filter(([name]) => due.has(name)));
      for (const [name, moment] of due) {
        const last = this.looked.get(name);
        if (last !== undefined && performance.now() - last < LOOK_AGAIN_MS) continue;
        await this.writeAll(moment);
        this.looked.set(name, performance.now());
      }
    } catch (error) {
      // the database is away; the next scan finds the same
      this.log.warn(`Not scanned: ${(error as Error).message}`);
    } finally {
      this.scanning = false;
    }
  }

  private async writeAll(moment: DueMoment): Promise<void> {
    let after: string | null = null;
    do {
      const { last, written } = await this.reminders.write(moment, after, AT_ONCE);
      if (written > 0) this.sender.wake();
      after = last;
    } while (after !== null);
  }
}

const nameOf = ({ sessionId, slotVersion, startsAt, minutesBefore }: DueMoment): string => [sessionId, slotVersion, startsAt, minutesBefore].join(' ');
