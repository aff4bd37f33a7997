import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../platform/realtime/announcements.js';
import { Refusal } from '../../platform/model/refusal.js';
import { RightToSpeak } from '../conversation/right-to-speak.js';
import type { Occupied } from '../lobby.js';
import { Decisions } from '../moderation/decisions.js';
import type { Decided } from '../moderation/moderation-requests.js';
import { Shelf } from './shelf.js';

/** A host begins the recording, or ends it; everyone in the room is told. */
@Injectable()
export class RunRecording {
  constructor(
    private readonly em: EntityManager,
    private readonly right: RightToSpeak,
    private readonly decisions: Decisions,
    private readonly announcements: Announcements,
    private readonly shelf: Shelf,
  ) {}

  async turn(occupied: Occupied, { recording }: Decided<'record'>): Promise<void> {
    const { room } = await this.right.hostOfOpenRoom(occupied);
    if (recording && room.recording === 'off') throw new Refusal('recording-not-allowed', 'The organizer has not allowed to record this session.');
    if (recording && !this.shelf.isThere) throw new Refusal('recording-unavailable', 'This Foyer has no place for recordings. Whoever runs it can give it one.');
    await this.decisions.make(room, async (em) => {
      await em.execute(recording ? START : STOP, [room.sessionId]);
      return [];
    });
    this.announcements.announce('recording', { sessionId: room.sessionId });
  }

  /** It is over, or the organizer no longer allows it. */
  async stop(sessionId: string): Promise<() => void> {
    await this.em.execute(STOP, [sessionId]);
    return () => this.announcements.announce('recording', { sessionId });
  }
}

/** Two hosts pressed: one recording. */
const START = 'insert into conferencing.recording (session_id) values (?) on conflict do nothing';
const STOP = 'update conferencing.recording set stopped_at = now() where session_id = ? and stopped_at is null';
