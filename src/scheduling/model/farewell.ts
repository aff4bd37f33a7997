import { Invalid } from '../../platform/model/refusal.js';
import type { Farewell } from '../events.js';

/** What an organizer asks for. */
export interface DraftFarewell {
  text: string;
  link?: { label: string; url: string } | null;
}

/**
 * The organizer's own words for the closing page, as stored; null where nothing is said.
 *
 * @throws Invalid for a link that leads anywhere but to the web over HTTPS, or that does not say where.
 */
export function farewellFrom(draft: DraftFarewell | null): Farewell | null {
  const text = draft?.text.replace(/\r\n?/g, '\n').trim() ?? '';
  const link = draft?.link ? linkFrom(draft.link) : null;
  return text || link ? { text, link } : null;
}

function linkFrom({ label, url }: { label: string; url: string }): NonNullable<Farewell['link']> {
  if (!label.trim()) throw Invalid.at('/farewell/link/label', 'link-without-label', 'Say where the link leads.');
  const address = URL.canParse(url.trim()) ? new URL(url.trim()) : null;
  // A name and password in it would be everybody's.
  if (address?.protocol !== 'https:' || address.username || address.password) throw Invalid.at('/farewell/link/url', 'link-not-https', 'Give an address that begins with https://');
  return { label: label.trim().replace(/\s+/g, ' '), url: address.href };
}
