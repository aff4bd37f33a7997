import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';
import { lasted } from '../missed.ts';

/** What became of a session: one that many came to, and one that nobody did. */
export async function after(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.hedy();
  const session = await cast.schedules('Frequency hopping, live', 10);
  cast.set.inbox.refuseWith({ at: 'recipient', code: 550, text: '5.1.1 There is no such mailbox', only: (address) => address.startsWith('lost') });
  await cast.registers(session, 'Lost Address', 'lost@example.org');
  const people = ['Ada Lovelace', 'Maximiliane von Hohenstein-Wolkenbruch', 'Ben', 'Cleo', 'Dora', 'Emil'];
  const links = [];
  for (const name of people) links.push((await cast.invited(session, name, `${name.split(' ')[0]!.toLowerCase()}@after.example`)).link);
  await cast.invited(session, 'Fay, who did not come', 'fay@after.example');
  cast.set.inbox.refuseWith(null);
  const host = await cast.enters(session);
  await cast.api('POST', `/api/sessions/${session.id}/start`);
  const seats: WebSocket[] = [];
  for (const [n, name] of people.entries()) seats.push(await cast.seated(session, name, links[n]));
  const say = async (socket: WebSocket, message: object): Promise<void> => {
    const id = randomUUID();
    const done = new Promise<void>((heard, failed) => socket.on('message', (data) => {
      const told = JSON.parse(String(data)) as { type: string; id?: string; code?: string };
      if (told.id === id) return told.type === 'done' ? heard() : failed(new Error(told.code));
    }));
    socket.send(JSON.stringify({ ...message, id }));
    await done;
  };
  const [question, poll] = [randomUUID(), randomUUID()];
  await say(seats[0]!, { type: 'ask', question, text: 'How does the receiver know where to hop next?', anonymous: false });
  await say(seats[1]!, { type: 'vote', question, vote: true });
  await say(host, { type: 'settle', question, status: 'answered', answer: 'Both carry the same roll, and start it at the same moment.' });
  await say(seats[2]!, { type: 'ask', question: randomUUID(), text: 'Are the slides to be had?', anonymous: false });
  await say(host, { type: 'make-poll', poll, question: 'What should we do next time?', options: ['Torpedoes', 'Player pianos, with a real one on stage', 'Something else'], multiple: false });
  await say(host, { type: 'turn-poll', poll, status: 'open' });
  for (const [n, seat] of seats.slice(0, 5).entries()) await say(seat, { type: 'cast', poll, choices: [n % 4 ? 1 : 0] });
  for (const [n, text] of ['Hello from Berlin!', 'The sound is good here.', 'Thank you, that was lovely.'].entries()) await say(seats[n]!, { type: 'say', message: randomUUID(), to: 'everyone', text });
  await cast.api('POST', `/api/sessions/${session.id}/end`);
  const look = async (): Promise<void> => {
    await page.goto(`/desk/sessions/${session.id}/after`);
    await page.getByRole('heading', { name: 'Who came' }).waitFor();
    await page.getByRole('heading', { name: 'Chat' }).waitFor();
  };
  const heard = async (): Promise<boolean> => (await cast.api<{ endedAt: string | null }>('GET', `/api/sessions/${session.id}/attendance`)).endedAt !== null;
  while (!(await heard())) await new Promise((soon) => setTimeout(soon, 100));
  await lasted(cast, session);
  await look();
  await camera.take('after', page);
  await page.getByText('The same as a table').click();
  await page.getByText('Read it').click();
  await camera.take('after-opened', page);

  await page.getByRole('link', { name: people[2]! }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await camera.take('story', page);

  const empty = await cast.schedules('Nobody came', 12);
  for (const act of ['start', 'end']) await cast.api('POST', `/api/sessions/${empty.id}/${act}`);
  await page.goto(`/desk/sessions/${empty.id}/after`);
  await page.getByText('Nobody was in the room').waitFor();
  await camera.take('after-nobody', page);
}
