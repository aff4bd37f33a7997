import { now } from '../measured.ts';
import { selfSigned } from '../peer/certificate.ts';
import { answerTo } from '../peer/description.ts';

const transport = { ufrag: 'bench', password: 'aPasswordForAWayThatNobodyGoes', fingerprint: selfSigned().fingerprint };

/** As a browser's, from somewhere that cannot be reached: what is measured is signalling, and no handshake. */
export const cannedAnswer = (offer: string): string => answerTo(offer, transport);

/** What some joins took, in milliseconds, and why others came to nothing. */
export interface Joined {
  readonly times: Float64Array;
  readonly failed: readonly string[];
}

/** So many joins, so many of them at once. */
export async function inTurns(joins: number, atOnce: number, join: (number: number) => Promise<void>): Promise<Joined> {
  const times: number[] = [];
  const failed: string[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let number = next++; number < joins; number = next++) {
      const began = now();
      await join(number).then(() => times.push(now() - began), (error: Error) => failed.push(error.message));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { times: Float64Array.from(times), failed };
}
