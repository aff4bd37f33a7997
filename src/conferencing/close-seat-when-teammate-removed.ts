import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { TeammateLinkRotated, TeammateRemoved } from '../scheduling/events.js';
import { ShowOut } from './show-out.js';

/** Off the team, or under a new link: whoever came in by the old one is not in any more. */
@Subscriber(TeammateRemoved, TeammateLinkRotated)
export class CloseSeatWhenTeammateRemoved implements Subscribes<TeammateRemoved | TeammateLinkRotated> {
  constructor(private readonly showOut: ShowOut) {}

  handle({ facts }: TeammateRemoved | TeammateLinkRotated): Promise<() => void> {
    return this.showOut.occupant({ kind: 'teammate', id: facts.teammateId });
  }
}
