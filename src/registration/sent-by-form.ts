import type { FormField } from '../scheduling/events.js';

type Sent = Readonly<Record<string, unknown>>;

/**
 * What a browser without script sends (`email`, `name`, `answers.<key>`) as the JSON body that a program
 * would send, and flat, to be shown again beside a mistake.
 */
export function sentByForm(form: unknown, fields: readonly FormField[], acceptLanguage: string): { body: Record<string, unknown>; values: Record<string, string | string[]> } {
  const sent: Sent = form && typeof form === 'object' ? (form as Sent) : {};
  const text = (name: string): string => (typeof sent[name] === 'string' ? sent[name] : '');
  const answers: Record<string, unknown> = {};
  const values: Record<string, string | string[]> = { email: text('email'), name: text('name') };
  for (const { key, kind } of fields) {
    const name = `answers.${key}`;
    const given = sent[name];
    if (given === undefined) continue;
    answers[key] = kind === 'choices' && typeof given === 'string' ? [given] : given;
    values[name] = Array.isArray(given) ? given.map(String) : String(given);
  }
  const locale = text('locale') || /^[A-Za-z-]{2,35}/.exec(acceptLanguage)?.[0];
  return { body: { email: text('email'), name: text('name'), answers, ...(text('passcode') && { passcode: text('passcode') }), ...(text('timeZone') && { timeZone: text('timeZone') }), ...(locale && { locale }) }, values };
}
