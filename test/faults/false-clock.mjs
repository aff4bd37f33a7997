/**
 * Loaded into the product before all else: its wall clock goes wrong by as many milliseconds as the file FALSE_CLOCK
 * says, read anew each moment. Timers go on, as they do when a machine's clock is set.
 */
import { readFileSync } from 'node:fs';

const file = process.env.FALSE_CLOCK;
const TrueDate = Date;
let offset = 0;
const read = () => {
  try {
    offset = Number(readFileSync(file, 'utf8')) || 0;
  } catch { /* as it was */ }
};
read();
setInterval(read, 100).unref();

globalThis.Date = class Date extends TrueDate {
  constructor(...given) {
    super(...(given.length > 0 ? given : [TrueDate.now() + offset]));
  }

  static now() {
    return TrueDate.now() + offset;
  }
};
