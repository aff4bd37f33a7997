import { wallTimeIn } from '../../journeys/set.ts';
import { read } from '../../use-cases/notification/received.ts';
import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';

/** Each mail as a mail program shows it. */
export async function letters(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.person('Ada Lovelace');
  const show = async (name: string, to: string, subject: RegExp): Promise<void> => {
    const { html = '' } = await read((await cast.set.mail(to, subject)).raw);
    await page.setContent(html);
    await camera.take(`mail-${name}`, page);
  };
  const session = await cast.schedulesWithQuestions();
  await cast.registersWithAnswers(session, 'Ada Lovelace', 'ada@letters.example');
  await show('confirmation', 'ada@letters.example', /registered: Frequency/);
  await cast.api('PATCH', `/api/sessions/${session.id}`, { wallTime: wallTimeIn(5 * 24 * 60, 'Asia/Tokyo'), timeZone: 'Asia/Tokyo' }, { 'if-match': `"${session.version}"` });
  await show('update', 'ada@letters.example', /^New time: Frequency/);
  await cast.api('POST', `/api/sessions/${session.id}/cancel`);
  await show('cancellation', 'ada@letters.example', /^Cancelled: Frequency/);
  await cast.schedules('Stars over New York', 25, { theme: 'webinar' });
  await show('reminder-host', 'hedy@example.org', /^Starts in .*Stars/);
}
