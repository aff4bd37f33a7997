import type { Moment, Sheet } from './sheet.js';

/** The plain half of a mail: complete by itself, for whoever reads without HTML. */
export function asText(sheet: Sheet): string {
  const { words } = sheet;
  const lines: (string | null)[] = [
    sheet.greeting, '',
    sheet.heading, sheet.lead, '',
    ...(sheet.message ? [sheet.message.from, ...sheet.message.text.split('\n').map((line) => `  ${line}`), ''] : []),
    sheet.title,
    `${words.host}: ${sheet.hostName}`, '',
    ...(sheet.before ? [...moment(words.update.before, { ...sheet.before, session: null }, words).slice(0, 1), ''] : []),
    ...moment(sheet.off ? words.wasPlanned : sheet.before ? words.update.now : words.when, sheet.when, words),
    `  ${sheet.duration}`, '',
    ...(sheet.action ? [`${words.joinAt} ${sheet.action.url}`, sheet.action.note, ''] : []),
    ...(sheet.calendars.length > 0 ? [words.addTo, ...sheet.calendars.map(({ label, url }) => `  ${label}: ${url}`), words.attached, ''] : []),
    ...(sheet.about ? [`${words.about}:`, sheet.about, ''] : []),
    `${words.sessionPage} ${sheet.pageUrl}`, '',
    '-- ',
    ...sheet.footer,
    ...(sheet.own ? [`${sheet.own.label} ${sheet.own.url}`] : []),
    ...(sheet.stop ? [`${sheet.stop.label} ${sheet.stop.url}`] : []),
  ];
  return `${lines.filter((line) => line !== null).join('\n')}\n`;
}

function moment(label: string, { own, session }: Moment, words: Sheet['words']): string[] {
  return [
    `${label}: ${own.date}, ${own.hours}`,
    `  ${own.zone}${session ? `, ${words.yourTime}` : ''}`,
    ...(session ? [`  ${session.date}, ${session.hours}`, `  ${session.zone}, ${words.sessionTime}`] : []),
  ];
}
