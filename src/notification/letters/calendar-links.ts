import type { Time } from './letter.js';

/** Where an entry can be made by a click: for readers whose mail hides the invite until its sender is known. */
export interface CalendarLink {
  label: string;
  url: string;
}

const basic = (at: Date): string => `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

export function calendarLinks(entry: { title: string; details: string; location: string; time: Time }): CalendarLink[] {
  const { title, details, location, time } = entry;
  const google = new URL('https://calendar.google.com/calendar/render');
  google.search = new URLSearchParams({
    action: 'TEMPLATE', text: title, dates: `${basic(time.startsAt)}/${basic(time.endsAt)}`, details, location,
  }).toString();
  const outlook = (host: string): string => {
    const url = new URL(`https://${host}/calendar/0/action/compose`);
    // Outlook shows a plus sign for a space in its form: %20 is understood everywhere
    url.search = new URLSearchParams({
      rru: 'addevent', subject: title, startdt: time.startsAt.toISOString(), enddt: time.endsAt.toISOString(), body: details, location,
    }).toString().replaceAll('+', '%20');
    return url.href;
  };
  return [
    { label: 'Google', url: google.href },
    { label: 'Outlook', url: outlook('outlook.live.com') },
    { label: 'Microsoft 365', url: outlook('outlook.office.com') },
  ];
}
