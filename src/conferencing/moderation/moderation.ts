import { Injectable } from '@nestjs/common';
import type { ClientMessage, ModerationRequest } from '../../../client/protocol.js';
import type { Occupied } from '../lobby.js';
import { RunRecording } from '../recording/run-recording.js';
import { GuardDoor } from './guard-door.js';
import { LookAtAudience } from './look-at-audience.js';
import { MODERATION_SHAPES } from './moderation-requests.js';
import { RunStage } from './run-stage.js';
import { SilencePeople } from './silence-people.js';

/** What is asked of hosts' decisions, each to its use case. */
@Injectable()
export class Moderation {
  constructor(
    private readonly silence: SilencePeople,
    private readonly stage: RunStage,
    private readonly door: GuardDoor,
    private readonly audience: LookAtAudience,
    private readonly recording: RunRecording,
  ) {}

  route(occupied: Occupied, message: ModerationRequest): Promise<void> {
    switch (message.type) {
      case 'silence': return this.silence.one(occupied, message);
      case 'silence-all': return this.silence.all(occupied, message);
      case 'hold': return this.silence.hold(occupied, message);
      case 'unsilence': return this.silence.own(occupied, message);
      case 'invite': return this.stage.invite(occupied, message);
      case 'answer-invitation': return this.stage.answer(occupied, message);
      case 'take-off-stage': return this.stage.takeOff(occupied, message);
      case 'remove': return this.door.showOut(occupied, message.seatId, 'removed');
      case 'ban': return this.door.showOut(occupied, message.seatId, 'banned');
      case 'deny': return this.door.deny(occupied, message);
      case 'admit': return this.door.admit(occupied, message);
      case 'record': return this.recording.turn(occupied, message);
      case 'lock': return this.door.lock(occupied, message);
      case 'audience': return this.audience.look(occupied, message);
    }
  }
}

export const isModeration = (message: ClientMessage): message is ModerationRequest => Object.hasOwn(MODERATION_SHAPES, message.type);
