import type { Person } from '../../journeys/set.ts';
import type { Camera, Manner } from '../camera.ts';
import type { Cast, Session } from '../cast.ts';
import { PORTRAITS } from '../portrait.ts';

const SCREEN: Manner = { onlyScreen: true };

/** What people say to each other in the room. */
export async function conversation(cast: Cast, camera: Camera): Promise<void> {
  const session = await cast.schedules('Open studio', 12, { registration: null });
  const host = await cast.hedy(PORTRAITS.hedy);
  const ada = await cast.person('Ada Lovelace', PORTRAITS.ada);
  await comes(host, session, 'backstage');
  await comes(ada, session, 'foyer');
  await host.press('Start');
  await ada.sees('room');
  await chat(camera, host, ada);
  await gestures(camera, host, ada);
  await questions(camera, host, ada);
  await polls(camera, host, ada);
  await webinar(cast, camera, host);
}

async function chat(camera: Camera, host: Person, ada: Person): Promise<void> {
  await host.press(/^Chat/);
  await camera.take('chat-empty', host.page, SCREEN);
  await says(host, 'Welcome, all. The slides are at https://example.org/hopping?page=2 for those who like to read ahead.');
  await ada.page.getByRole('button', { name: /^Chat\W+1 unread message/ }).waitFor();
  await camera.take('chat-unread', ada.page, SCREEN);
  await ada.press(/^Chat/);
  await says(ada, 'Thank you!');
  await says(ada, 'Can one also hear it?\nI mean the piano.');
  await says(ada, 'My microphone hums, shall I leave it off?', 'Hosts only');
  await host.page.getByText('My microphone hums').waitFor();
  await says(host, 'Yes please, only while I play.', 'Ada Lovelace alone');
  await ada.page.getByText('Yes please').waitFor();
  await ada.page.getByRole('button', { name: 'Delete what Ada Lovelace wrote: Thank you!' }).click();
  await host.page.getByText('This message was deleted').waitFor();
  await camera.take('chat', host.page, SCREEN);
  await camera.take('chat-attendee', ada.page, SCREEN);
}

async function gestures(camera: Camera, host: Person, ada: Person): Promise<void> {
  await ada.press('Close');
  await ada.press('Raise hand');
  await host.page.getByText('Ada Lovelace raised a hand.').waitFor({ state: 'attached' });
  await host.press(/^People/);
  await camera.take('hands', host.page, SCREEN);
  await ada.press('React');
  await camera.take('reactions-choice', ada.page, SCREEN);
  await host.press('React');
  const clapped: Manner = { ...SCREEN, settled: async () => { await host.press('Applause'); await host.page.locator('ul[aria-hidden] li').first().waitFor(); } };
  await camera.take('reactions', host.page, clapped);
  await host.press('React');
  await ada.press('Lower hand');
}

async function questions(camera: Camera, host: Person, ada: Person): Promise<void> {
  await host.press(/^Chat/);
  await host.page.getByRole('tab', { name: 'Questions' }).click();
  await camera.take('questions-empty-host', host.page, SCREEN);
  await host.page.getByRole('checkbox', { name: 'Allow questions without a name' }).check();
  await ada.press(/^Chat/);
  await ada.page.getByRole('tab', { name: 'Questions' }).click();
  await ada.page.getByText('Ask without my name').waitFor();
  await camera.take('questions-empty', ada.page, SCREEN);
  for (const [text, hidden] of [['How many frequencies did the piano roll have?', false], ['Was the patent ever used?', true], ['Will there be a recording of today, and where shall I find it afterwards?', false]] as const) {
    await ada.page.getByLabel('Your question').fill(text);
    await ada.page.getByRole('checkbox', { name: 'Ask without my name' }).setChecked(hidden);
    await ada.press('Ask');
    await ada.page.getByRole('listitem').filter({ hasText: text }).waitFor();
  }
  await ada.page.getByRole('button', { name: /I want to know this too: Was the patent/ }).click();
  await host.page.getByRole('button', { name: /^1 vote/ }).waitFor();
  await camera.take('questions-host', host.page, SCREEN);
  await host.press('Reply: Was the patent ever used?');
  await host.page.getByLabel('Answer', { exact: true }).fill('In 1962, by the Navy: after it had run out. https://example.org/patent');
  await camera.take('questions-answering', host.page, SCREEN);
  await host.press('Publish');
  await host.press(/^Dismiss: Will there be/);
  await host.page.getByRole('heading', { name: 'Dismissed' }).waitFor();
  await camera.take('questions-settled-host', host.page, SCREEN);
  await camera.take('questions-settled', ada.page, SCREEN);
}

async function polls(camera: Camera, host: Person, ada: Person): Promise<void> {
  await ada.press('Close');
  await host.page.getByRole('tab', { name: 'Polls' }).click();
  await camera.take('polls-empty', host.page, SCREEN);
  await host.press('New poll');
  await host.page.getByLabel('Question', { exact: true }).fill('What shall we build next?');
  await host.page.getByLabel('Answer 1').fill('A radio that hops');
  await host.page.getByLabel('Answer 2').fill('A piano that plays without anybody at the keys');
  await host.press('Add an answer');
  await host.page.getByRole('textbox', { name: 'Answer 3' }).fill('Both');
  await camera.take('polls-making', host.page, SCREEN);
  await host.press('Open now');
  await ada.page.getByRole('button', { name: 'Vote' }).waitFor();
  await camera.take('polls-notice', ada.page, SCREEN);
  await ada.press('Vote');
  await ada.page.getByRole('radio', { name: 'Both' }).check();
  await camera.take('polls-ballot', ada.page, SCREEN);
  await ada.page.getByRole('tabpanel').getByRole('button', { name: 'Vote' }).click();
  await ada.page.getByText('Your vote is in.').waitFor();
  await host.page.getByText('1 person voted.').waitFor();
  await camera.take('polls-host', host.page, SCREEN);
  await host.press(/^Show everyone the results/);
  await ada.page.getByText('1 person voted.').waitFor();
  await camera.take('polls-results', ada.page, SCREEN);
}

/** In a webinar attendees know nobody by name. */
async function webinar(cast: Cast, camera: Camera, host: Person): Promise<void> {
  const session = await cast.schedules('Stars over New York', 12, { theme: 'webinar', registration: null });
  const [cleo, ben] = [await cast.person('Cleo'), await cast.person('Ben')];
  for (const one of [cleo, ben]) await comes(one, session, 'foyer');
  await comes(host, session, 'backstage');
  await host.press('Start');
  await Promise.all([cleo.sees('room'), ben.sees('room')]);
  await cleo.press(/^Chat/);
  await says(cleo, 'The sound is very good, thank you.');
  await camera.take('webinar-chat', cleo.page, SCREEN);
  for (const [who, text] of [[cleo, 'Which star is the brightest?'], [ben, 'Can I see it from here?']] as const) {
    if (who === ben) await ben.press(/^Chat/);
    await who.page.getByRole('tab', { name: 'Questions' }).click();
    await who.page.getByLabel('Your question').fill(text);
    await who.press('Ask');
    await who.page.getByRole('listitem').filter({ hasText: text }).waitFor();
  }
  await cleo.page.getByText('Can I see it from here?').waitFor();
  await camera.take('webinar-questions', cleo.page, SCREEN);
}

async function says(who: Person, text: string, to?: string): Promise<void> {
  if (to) await who.page.getByLabel('To', { exact: true }).selectOption({ label: to });
  await who.page.getByRole('textbox', { name: 'Message' }).fill(text);
  await who.page.getByRole('textbox', { name: 'Message' }).press('Enter');
  await who.page.getByRole('log').getByText(text.split('\n')[0]!.slice(0, 20)).first().waitFor();
}

async function comes(who: Person, session: Session, screen: 'backstage' | 'foyer' | 'room'): Promise<void> {
  await who.page.goto(`/room/${session.slug}`);
  await who.joins(screen);
}
