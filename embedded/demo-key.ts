/** `npm run -s demo:key` prints an API key of the running embedded instance, and nothing else. */
import { DemoDesk } from './demo.ts';
import { runningInstance } from './instance.ts';

try {
  const { api, url, demo } = runningInstance();
  if (!demo) throw new Error('The running instance has no demo organizer (its database already had accounts). Make a key at its desk.');
  const desk = new DemoDesk(api, url);
  if (!(await desk.enter(demo))) throw new Error('The demo organizer could not sign in.');
  console.log(await desk.newKey(`npm run demo:key, ${new Date().toISOString().slice(0, 16)}`));
} catch (error) {
  console.error(error instanceof TypeError ? 'The embedded instance does not answer. Start it: npm start' : (error as Error).message);
  process.exitCode = 1;
}
