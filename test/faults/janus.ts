import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { Set as Stage, until, wallTimeIn, type Person } from '../journeys/set.ts';
import type { TestJanus } from '../support/janus.ts';
import { seconds, sleep, type Say, type Verdict } from './fault.ts';

const HOST_WITHIN = 10;
const VIEWERS_WITHIN = 15;
const LOOK_MS = 250;

/** `janus`: the gateway is killed under a host and viewers in real browsers, and comes back after so long. */
export async function gatewayKilled({ viewers, outages }: { viewers: number; outages: readonly number[] }, say: Say): Promise<Verdict> {
  const set = await Stage.up();
  try {
    const host = await set.person('Hedy');
    await host.page.goto('/sign-in');
    await host.api('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
    const { slug, id } = await host.api<{ slug: string; id: string }>('POST', '/api/sessions', { title: 'Storm', wallTime: wallTimeIn(4, 'UTC'), timeZone: 'UTC', durationMinutes: 60, theme: 'webinar', registration: null });
    await host.page.goto(`/room/${slug}`);
    await host.joins('backstage');
    const people: Person[] = [];
    for (let one = 0; one < viewers; one++) {
      const person = await set.person(`Viewer ${one}`);
      await person.page.goto(`/room/${slug}`);
      await person.joins('foyer');
      people.push(person);
    }
    await host.press('Start');
    await Promise.all([host, ...people].map((one) => one.sees('room')));
    await Promise.all(people.map((one) => one.seesAndHears(1)));

    let [lost, hostSeconds, viewerSeconds] = [0, 0, 0];
    for (const outage of outages) {
      set.janus.kill();
      await sleep(outage * 1_000);
      await set.janus.start();
      const back = Date.now();
      const seeing = await Promise.all(people.map((one) => took(back, () => frames(one))));
      const sending = Math.min(...seeing); // what the browser believes to have sent proves nothing: the first one saw it
      const inRoom = await Promise.all([host, ...people].map((one) => one.page.locator('[data-screen="room"]').count()));
      lost += inRoom.filter((count) => count === 0).length + seeing.filter((one) => one === Infinity).length;
      hostSeconds = Math.max(hostSeconds, sending);
      viewerSeconds = Math.max(viewerSeconds, ...seeing);
      say(`away for ${outage} s: the host sends after ${sending} s, viewers see after ${seeing.join(', ')} s`);
      await sleep(6_000); // a line that has just come is not cut again at once
    }
    await host.api('POST', `/api/sessions/${id}/end`);
    let rooms = -1;
    await until('no room is left over', 30_000, async () => {
      rooms = await roomsOf(set.janus);
      return rooms === 0 ? true : `${rooms} rooms`;
    }).catch((error: Error) => say(error.message));
    const tried = (viewers + 1) * outages.length;
    return {
      tried, acknowledged: tried, lost, doubled: rooms, recoverySeconds: Math.max(hostSeconds, viewerSeconds),
      goal: { lost: 0, orphanRooms: 0, hostSeconds: HOST_WITHIN, viewerSeconds: VIEWERS_WITHIN },
      met: lost === 0 && rooms === 0 && hostSeconds <= HOST_WITHIN && viewerSeconds <= VIEWERS_WITHIN, counts: { viewers, outages, hostSeconds, viewerSeconds, orphanRooms: rooms },
    };
  } finally {
    await set.down();
  }
}

/** Seconds until it has grown between two looks; Infinity where it has not within a minute. */
async function took(since: number, look: () => Promise<number>): Promise<number> {
  for (let before = Infinity; Date.now() - since < 60_000; await sleep(LOOK_MS)) {
    const now = await look().catch(() => 0);
    if (now > before) return seconds(Date.now() - since);
    before = now;
  }
  return Infinity;
}

const frames = async (one: Person): Promise<number> => (await one.media()).receiving.reduce((sum, { frames: decoded }) => sum + decoded, 0);

/** What Janus itself says that there is. */
async function roomsOf({ url, apiSecret, adminKey }: TestJanus): Promise<number> {
  const socket = new WebSocket(url, 'janus-protocol');
  await new Promise((open, failed) => socket.once('open', open).once('error', failed));
  const ask = (message: object): Promise<{ data: { id: number }; plugindata: { data: { list: object[] } } }> => new Promise((answered) => {
    const transaction = randomUUID();
    const listener = (data: Buffer): void => {
      const answer = JSON.parse(String(data)) as { transaction?: string };
      if (answer.transaction !== transaction) return;
      socket.off('message', listener);
      answered(answer as never);
    };
    socket.on('message', listener);
    socket.send(JSON.stringify({ ...message, transaction, apisecret: apiSecret }));
  });
  const session = (await ask({ janus: 'create' })).data.id;
  const handle = (await ask({ janus: 'attach', session_id: session, plugin: 'janus.plugin.videoroom' })).data.id;
  const { list } = (await ask({ janus: 'message', session_id: session, handle_id: handle, body: { request: 'list', admin_key: adminKey } })).plugindata.data;
  socket.terminate();
  return list.length;
}
