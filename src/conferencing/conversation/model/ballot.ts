import { Refusal } from '../../../platform/model/refusal.js';

export const MOST_OPTIONS = 10;

/** @throws Refusal for anything but one option, or in a poll of several: some of them, each once. */
export function choicesOf(choices: readonly number[], { options, multiple }: { options: number; multiple: boolean }): number[] {
  const real = choices.every((choice) => Number.isInteger(choice) && choice >= 0 && choice < options);
  const distinct = new Set(choices).size === choices.length;
  if (!real || !distinct || choices.length === 0 || (!multiple && choices.length > 1)) {
    throw new Refusal('choice-not-offered', multiple ? 'Choose one or more of the answers.' : 'Choose one of the answers.', 422);
  }
  return choices.toSorted((a, b) => a - b);
}
