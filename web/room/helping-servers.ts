import { pause } from './backoff.ts';

/** So long is waited for their names; then the direct way is tried, and they help with the next connection. */
const GO_ON_MS = 4_000;

/**
 * STUN and TURN for this stay. A question that got lost is asked again until it is answered: behind a strict
 * firewall there is no sound without them. The list is filled where it is, so that each new connection knows
 * what is known by then.
 */
export async function helpingServers(
  ask: () => Promise<RTCIceServer[] | null>,
  ended: () => boolean,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((over) => setTimeout(over, ms)),
): Promise<RTCIceServer[]> {
  const servers: RTCIceServer[] = [];
  const told = async (): Promise<void> => {
    for (let failures = 1; !ended(); failures++) {
      const answer = await ask();
      if (answer) return void servers.push(...answer);
      await wait(Math.max(200, pause(failures, 0)));
    }
  };
  await Promise.race([told(), wait(GO_ON_MS)]);
  return servers;
}
