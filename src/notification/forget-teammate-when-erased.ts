import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { TeammateErased } from '../scheduling/events.js';
import { Copies } from './copies.js';

/** A host or speaker who is forgotten is nowhere in what was mailed. */
@Subscriber(TeammateErased)
export class ForgetTeammateWhenErased implements Subscribes<TeammateErased> {
  constructor(private readonly copies: Copies) {}

  handle({ facts: { teammateId: id, sessionId, role, version } }: TeammateErased): Promise<void> {
    return this.copies.forgetPerson({ id, sessionId, role, version });
  }
}
