import { Refusal } from '../model/refusal.js';

export const tagOf = (version: number): string => `"${version}"`;

/**
 * The version that an If-Match header speaks of.
 *
 * @throws Refusal 428 without the header, 412 for one that names no version.
 */
export function seenVersion(ifMatch: string | undefined): number {
  if (!ifMatch) throw new Refusal('if-match-required', 'Send the ETag that you read as If-Match, so that nobody’s change is overwritten.', 428);
  const [, version] = /^(?:W\/)?"(\d+)"$/.exec(ifMatch.trim()) ?? [];
  if (!version) throw new Refusal('changed-meanwhile', 'Somebody changed it since you read it.', 412);
  return Number(version);
}
