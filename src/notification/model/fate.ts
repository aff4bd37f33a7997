import { isOver, phaseOf } from '../../scheduling/events.js';
import type { DueDelivery } from './due-delivery.js';

/** Asked just before a mail leaves, of what is true at that moment: is it still to be sent? */
export function fateOf({ kind, status, slotVersion, session, recipient, now }: DueDelivery): 'send' | 'superseded' | 'expired' | 'settled' {
  if (status !== 'queued' && status !== 'deferred') return 'settled';
  const phase = phaseOf({ status: session.status, when: { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() } }, now);
  if (kind === 'cancellation') return phase === 'ended' || phase === 'missed' ? 'expired' : 'send';
  if (recipient.status === 'withdrawn' || phase === 'cancelled' || slotVersion < session.slotVersion) return 'superseded';
  if (isOver(phase)) return 'expired';
  return kind === 'reminder' && now >= session.startsAt ? 'expired' : 'send';
}
