import { Subscriber, type Subscribes } from '../../platform/events/subscriber.js';
import { SessionEdited, SessionEnded, type SessionFacts } from '../../scheduling/events.js';
import { RunRecording } from './run-recording.js';

/** A session that has ended, or may no longer be recorded, is not. */
@Subscriber(SessionEnded, SessionEdited)
export class StopRecordingWhenSessionOver implements Subscribes<SessionEdited> {
  constructor(private readonly run: RunRecording) {}

  async handle({ facts }: { facts: SessionFacts }): Promise<void | (() => void)> {
    if (facts.status === 'ended' || facts.recording === 'off') return this.run.stop(facts.sessionId);
  }
}
