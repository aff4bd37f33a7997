import { Decisions } from './decisions.js';
import { GuardDoor } from './guard-door.js';
import { LockRoomHandler } from './lock-room.js';
import { LookAtAudience } from './look-at-audience.js';
import { Moderation } from './moderation.js';
import { ModerationController } from './moderation.controller.js';
import { RunStage } from './run-stage.js';
import { SessionLockHandler } from './session-lock.js';
import { SilencePeople } from './silence-people.js';
import { TellDecisions } from './tell-decisions.js';

/** Everything that the hosts' controls consist of, for the module. */
export const moderationParts = [Decisions, GuardDoor, LockRoomHandler, LookAtAudience, Moderation, RunStage, SessionLockHandler, SilencePeople, TellDecisions];

export const moderationControllers = [ModerationController];
