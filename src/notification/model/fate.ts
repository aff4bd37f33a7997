import { isOver, phaseOf } from '../../scheduling/events.js';
import { isAboutWaiting, type DueDelivery } from './due-delivery.js';

export type Fate =
  | { is: 'send' | 'settled' | 'expired' }
  | { is: 'superseded'; because: 'rescheduled' | 'cancelled' | 'withdrawn' | 'told-already' | 'reminders-off' | 'barred' | 'decided' | 'revoked' }
  | { is: 'failed'; because: 'stopped-address' };

/** Asked just before a mail leaves, of what is true at that moment: is it still to be sent? */
export function fateOf({ kind, status, slotVersion, session, recipient, now, toldAlready, addressStopped }: DueDelivery): Fate {
  if (status !== 'queued' && status !== 'deferred') return { is: 'settled' };
  const phase = phaseOf({ status: session.status, when: { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() } }, now);
  if (recipient.status === 'barred') return { is: 'superseded', because: 'barred' };
  if (kind === 'cancellation') {
    if (phase === 'ended' || phase === 'missed') return { is: 'expired' };
  } else if (kind === 'offer-lapsed') {
    if (phase === 'cancelled') return { is: 'superseded', because: 'cancelled' };
    if (isOver(phase)) return { is: 'expired' };
  } else {
    if (recipient.status === 'withdrawn') return { is: 'superseded', because: 'withdrawn' };
    if (recipient.status === 'revoked') return { is: 'superseded', because: 'revoked' };
    if (phase === 'cancelled') return { is: 'superseded', because: 'cancelled' };
    if (isAboutWaiting(kind) ? recipient.status !== kind : recipient.status !== 'confirmed') return { is: 'superseded', because: 'decided' };
    // what they say of the time is what is true when they leave
    if (slotVersion < session.slotVersion && !isAboutWaiting(kind)) return { is: 'superseded', because: 'rescheduled' };
    if (kind === 'update' && toldAlready) return { is: 'superseded', because: 'told-already' };
    if (kind === 'reminder' && recipient.remindersOff) return { is: 'superseded', because: 'reminders-off' };
    if (kind === 'host-missing' && session.status !== 'scheduled') return { is: 'expired' };
    if (isOver(phase) || (kind === 'reminder' && now >= session.startsAt)) return { is: 'expired' };
  }
  return addressStopped ? { is: 'failed', because: 'stopped-address' } : { is: 'send' };
}
