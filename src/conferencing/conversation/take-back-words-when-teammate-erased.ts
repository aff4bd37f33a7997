import { Subscriber, type Subscribes } from '../../platform/events/subscriber.js';
import { TeammateErased } from '../../scheduling/events.js';
import { TakeBackWords } from './take-back-words.js';

/** A host or speaker who is forgotten has said nothing. */
@Subscriber(TeammateErased)
export class TakeBackWordsWhenTeammateErased implements Subscribes<TeammateErased> {
  constructor(private readonly words: TakeBackWords) {}

  handle({ facts: { teammateId } }: TeammateErased): Promise<() => void> {
    return this.words.of('teammate', teammateId);
  }
}
