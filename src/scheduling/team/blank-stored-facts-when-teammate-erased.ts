import { StoredFacts } from '../../platform/events/stored-facts.js';
import { Subscriber, type Subscribes } from '../../platform/events/subscriber.js';
import { TeammateErased, TeammateLinkRotated, TeammateNamed, TeammateRemoved, type TeammateFacts } from '../events.js';

const PERSONAL: (keyof TeammateFacts)[] = ['email', 'name', 'sealedToken'];

/** Facts about a person lie in the queue for an hour after they were heard, and longer where they could not be. */
@Subscriber(TeammateErased)
export class BlankStoredFactsWhenTeammateErased implements Subscribes<TeammateErased> {
  constructor(private readonly stored: StoredFacts) {}

  async handle({ facts: { teammateId } }: TeammateErased): Promise<void> {
    await this.stored.blank([TeammateNamed, TeammateLinkRotated, TeammateRemoved], { teammateId }, PERSONAL);
  }
}
