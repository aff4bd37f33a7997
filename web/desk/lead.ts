/** How long before the start: minutes for the server, the fitting unit for people. */

export const UNITS = [
  { value: 'minutes', label: 'minutes', minutes: 1 },
  { value: 'hours', label: 'hours', minutes: 60 },
  { value: 'days', label: 'days', minutes: 1440 },
] as const;
export type Unit = (typeof UNITS)[number]['value'];

/** "90 minutes", "2 hours", "1 day": in the largest unit that leaves nothing over. */
export function spellLead(minutes: number): string {
  const unit = [...UNITS].reverse().find((one) => minutes >= one.minutes && minutes % one.minutes === 0) ?? UNITS[0];
  const count = minutes / unit.minutes;
  return `${count} ${count === 1 ? unit.label.slice(0, -1) : unit.label}`;
}

/** Whole minutes of what was typed; undefined where that is no number of them. */
export function minutesOf(typed: string, unit: Unit): number | undefined {
  if (!/^\s*\d+(?:[.,]\d+)?\s*$/.test(typed)) return undefined;
  const minutes = Number(typed.replace(',', '.')) * UNITS.find(({ value }) => value === unit)!.minutes;
  return Number.isInteger(minutes) && minutes > 0 ? minutes : undefined;
}
