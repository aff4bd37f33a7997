import type { LeftBehind } from './own.ts';

const sessions = (count: number, what: string): string => (count === 1 ? `one ${what} session` : `${count} ${what} sessions`);

/** What becomes of one workspace, before it does. */
export function whatBecomes({ name, fate, successor, cancelled, ended, handedOver }: LeftBehind): string {
  if (fate === 'needs-owner') return `“${name}” has other members, and no other owner. Make one of them an owner first.`;
  if (fate === 'stays') return `You leave “${name}”. ${handedOver === 0 ? 'No session there is yours.' : `${successor} becomes the host of ${sessions(handedOver, 'planned')}.`}`;
  const parts = [...(cancelled > 0 ? [`${sessions(cancelled, 'planned')} ${cancelled === 1 ? 'is' : 'are'} cancelled, and whoever registered is told`] : []), ...(ended > 0 ? [`${sessions(ended, 'live')} ${ended === 1 ? 'ends' : 'end'} for all`] : [])];
  const told = parts.join('; ');
  return `“${name}” closes: nobody else belongs to it. ${told ? `${told.charAt(0).toUpperCase()}${told.slice(1)}.` : 'Nothing is planned there.'}`;
}
