import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { CancelSessionHandler } from './cancel-session.js';
import { RequestDeletionHandler } from './delete-session.js';
import { EditSessionHandler } from './edit-session.js';
import { EndSessionHandler, RequestEndHandler } from './end-session.js';
import { ScheduleSessionHandler } from './schedule-session.js';
import { SessionAsPlannedHandler, SessionDetailsHandler } from './session-details.js';
import { SessionsByStateHandler } from './sessions-by-state.js';
import { SessionsController } from './sessions.controller.js';
import { RequestStartHandler, StartSessionHandler } from './start-session.js';

/** What is planned, by whom, when. */
@Module({
  imports: [IdentityModule],
  controllers: [SessionsController],
  providers: [
    ScheduleSessionHandler,
    EditSessionHandler,
    StartSessionHandler,
    RequestStartHandler,
    EndSessionHandler,
    RequestEndHandler,
    CancelSessionHandler,
    RequestDeletionHandler,
    SessionDetailsHandler,
    SessionAsPlannedHandler,
    SessionsByStateHandler,
  ],
})
export class SchedulingModule {}
