import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min, NotEquals } from 'class-validator';
import { LAST_REMINDER_MINUTES } from './reminders.js';

const FOUR_WEEKS = 28 * 24 * 60;

/** An organizer's own reminders, beside the one that everybody gets half an hour before the start. */
export class RemindersBody {
  /** Minutes before the start, at most three. */
  @IsArray() @ArrayMaxSize(3, { message: 'choose at most three reminders' }) @ArrayUnique({ message: 'choose different times' })
  @IsInt({ each: true }) @Min(1, { each: true }) @Max(FOUR_WEEKS, { each: true, message: 'remind at most four weeks before' })
  @NotEquals(LAST_REMINDER_MINUTES, { each: true, message: 'everyone is reminded 30 minutes before anyway' })
  minutesBefore!: number[];
}

export class RemindersAnswer {
  /** Minutes before the start, the earliest reminder first. */
  minutesBefore!: number[];
}
