import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { TeammateErased } from '../scheduling/events.js';
import { ShowOut } from './show-out.js';

/** The seat of a host or speaker who is forgotten: it stays, to be counted, and nobody's name is on it. */
@Subscriber(TeammateErased)
export class ForgetNameWhenTeammateErased implements Subscribes<TeammateErased> {
  constructor(
    private readonly em: EntityManager,
    private readonly showOut: ShowOut,
  ) {}

  async handle({ facts: { teammateId } }: TeammateErased): Promise<() => void> {
    await this.em.execute(`update conferencing.seat set name = '' where occupant_kind = 'teammate' and occupant_id = ?`, [teammateId]);
    return this.showOut.occupant({ kind: 'teammate', id: teammateId });
  }
}
