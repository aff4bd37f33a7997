import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Person, Set, story, until, wallTimeIn } from './set.ts';

interface Recordings { preparing: number; trouble: string | null; items: { kind: string; name: string; url: string; durationMs: number }[] }

/** From the question at the door to the file that is played: real Janus writes it, its own program makes it playable. */
describe('a recording', () => {
  const step = story();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-recordings-'));
  let set: Set;
  let host: Person;
  let ada: Person;
  let session: { id: string; slug: string; publicUrl: string };

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    set = await Set.up({ RECORDINGS_DIR: folder });
    [host, ada] = await Promise.all([set.person('Hedy'), set.person('Ada')]);
    await host.page.goto('/sign-in?new');
    await host.page.getByLabel('Your name').fill('Hedy Lamarr');
    await host.page.getByLabel('E-mail').fill('hedy@example.org');
    await host.page.getByLabel('Password').first().fill('a long and quiet password');
    await host.press('Create account');
    await host.page.waitForURL('**/desk');
    session = await host.api('POST', '/api/sessions', { title: 'Kept', wallTime: wallTimeIn(10, 'Europe/Berlin'), timeZone: 'Europe/Berlin', durationMinutes: 30, theme: 'meeting', registration: null, recording: 'everyone' });
  }, 120_000);
  afterAll(async () => {
    await set?.down();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const agreesAndJoins = async (who: Person, screen: 'backstage' | 'foyer'): Promise<void> => {
    await who.page.goto(`/room/${session.slug}`);
    await who.sees('pre-join');
    await who.page.getByLabel('I agree to be recorded').check();
    await who.joins(screen);
  };

  step('is asked about before the door, and nobody comes in without a word on it', async () => {
    await ada.page.goto(`/room/${session.slug}`);
    await ada.sees('pre-join');
    await ada.page.getByLabel('Your name').fill('Ada');
    await ada.press('Join');
    await ada.page.getByText('Please agree first').waitFor();
    await agreesAndJoins(ada, 'foyer');
    await agreesAndJoins(host, 'backstage');
    await ada.page.reload();
    await ada.sees('foyer'); // once is enough
  });

  step('is begun by the host, and everybody sees that it runs', async () => {
    await host.press('Start');
    await Promise.all([host.sees('room'), ada.sees('room')]);
    await ada.seesAndHears(1);
    expect(await ada.page.getByRole('button', { name: 'Record', exact: true }).count()).toBe(0);
    await host.press('Record');
    await ada.page.getByText('This session is being recorded.').waitFor({ state: 'attached' });
    await ada.page.locator('header').getByText('Recording').waitFor();
    await ada.seesAndHears(1);
    // What comes to a connection that is recorded already is recorded, too.
    await host.press('Share screen');
    await until('the screen moves', 45_000, async () => {
      const frames = await ada.page.locator('[data-shared] video').evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames).catch(() => 0);
      return frames > 30 ? true : `${frames} frames`;
    });
  });

  step('is on the closing page of who was in, and can be played there', async () => {
    await host.press('End for all');
    await host.page.getByRole('dialog').getByRole('button', { name: 'End for all' }).click();
    await ada.sees('closing');
    const links = ada.page.getByRole('link', { name: /Hedy Lamarr · Picture/ });
    await links.first().waitFor({ timeout: 90_000 });
    const recordings = await ada.page.evaluate(async (slug) => (await fetch(`/api/join/${slug}/recordings`)).json() as Promise<Recordings>, session.slug);
    expect(recordings).toMatchObject({ preparing: 0, trouble: null });
    expect(recordings.items.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual(['Ada picture', 'Ada sound', 'Hedy Lamarr picture', 'Hedy Lamarr screen', 'Hedy Lamarr screen-sound', 'Hedy Lamarr sound']);
    for (const { name, kind, url, durationMs } of recordings.items) {
      const played = await ada.page.evaluate((src) => new Promise<string>((done) => {
        const video = Object.assign(document.createElement('video'), { muted: true, playbackRate: 4 });
        video.onended = () => done('to its end');
        video.onerror = () => done(`until ${video.currentTime} s: ${video.error?.message}`);
        video.src = src;
        video.play().catch(() => undefined); // said by `onerror`, and why
      }), url);
      expect(`${name} ${kind}: played ${played}`).toBe(`${name} ${kind}: played to its end`);
      expect([name, kind, durationMs > 1_000]).toEqual([name, kind, true]);
    }
    const stranger = await set.person('Nobody');
    await stranger.page.goto(`/room/${session.slug}`);
    await stranger.sees('closing');
    expect((await stranger.page.request.get(recordings.items[0]!.url)).status()).toBe(404);
    await stranger.context.close();
  });

  step('is on the desk, for the workspace', async () => {
    await host.page.goto(`/desk/sessions/${session.id}/after`);
    await host.page.getByRole('heading', { name: /^Recording/ }).waitFor();
    await until('all of it is listed', 20_000, async () => ((await host.page.getByRole('link', { name: /· (Sound|Picture|Screen|Sound of the screen)$/ }).count()) === 6 ? true : 'not yet'));
  });
});
