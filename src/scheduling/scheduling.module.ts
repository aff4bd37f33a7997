import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { CancelSessionHandler } from './cancel-session.js';
import { RequestDeletionHandler } from './delete-session.js';
import { DuplicateSessionHandler } from './duplicate-session.js';
import { EditSessionHandler } from './edit-session.js';
import { EndSessionHandler, RequestEndHandler } from './end-session.js';
import { FollowZoneRules } from './follow-zone-rules.js';
import { LeaveForGoodHandler } from './leaving/leave-for-good.js';
import { LeavingController } from './leaving/leaving.controller.js';
import { WhatLeavingEndsHandler } from './leaving/what-leaving-ends.js';
import { OpenAfterCountdown } from './open-after-countdown.js';
import { ForgetPicturesAfterRetention } from './picture/forget-pictures-after-retention.js';
import { PictureBytesHandler } from './picture/picture-bytes.js';
import { PicturesController } from './picture/pictures.controller.js';
import { RemovePictureHandler } from './picture/remove-picture.js';
import { ShowPictureHandler } from './picture/show-picture.js';
import { ScheduleSessionHandler } from './schedule-session.js';
import { Passcodes } from './passcodes.js';
import { SessionAsPlannedHandler, SessionDetailsHandler } from './session-details.js';
import { RequestCountdownStopHandler, StopCountdownHandler } from './stop-countdown.js';
import { ShowPasscodeHandler } from './show-passcode.js';
import { SessionsByStateHandler } from './sessions-by-state.js';
import { SessionsController } from './sessions.controller.js';
import { RequestStartHandler, StartSessionHandler } from './start-session.js';
import { BlankStoredFactsWhenTeammateErased } from './team/blank-stored-facts-when-teammate-erased.js';
import { EraseTeamAfterRetention } from './team/erase-team-after-retention.js';
import { RequestStewardHandler } from './team/keep-steward.js';
import { NameTeammateHandler } from './team/name-teammate.js';
import { RemoveTeammateHandler } from './team/remove-teammate.js';
import { RotateTeammateLinkHandler } from './team/rotate-teammate-link.js';
import { SendTeammateLinkAgainHandler } from './team/send-teammate-link-again.js';
import { TeamOfSessionHandler } from './team/team-of-session.js';
import { TeamController } from './team/team.controller.js';
import { WhomTheTeamAdmitsHandler } from './team/whom-the-team-admits.js';

/** What is planned, by whom, when. */
@Module({
  imports: [IdentityModule],
  controllers: [SessionsController, LeavingController, TeamController, PicturesController],
  providers: [
    ScheduleSessionHandler,
    DuplicateSessionHandler,
    EditSessionHandler,
    StartSessionHandler,
    RequestStartHandler,
    StopCountdownHandler,
    RequestCountdownStopHandler,
    EndSessionHandler,
    RequestEndHandler,
    CancelSessionHandler,
    RequestDeletionHandler,
    Passcodes,
    ShowPasscodeHandler,
    SessionDetailsHandler,
    SessionAsPlannedHandler,
    SessionsByStateHandler,
    ShowPictureHandler,
    RemovePictureHandler,
    PictureBytesHandler,
    ForgetPicturesAfterRetention,
    FollowZoneRules,
    OpenAfterCountdown,
    WhatLeavingEndsHandler,
    LeaveForGoodHandler,
    BlankStoredFactsWhenTeammateErased,
    EraseTeamAfterRetention,
    RequestStewardHandler,
    NameTeammateHandler,
    RemoveTeammateHandler,
    RotateTeammateLinkHandler,
    SendTeammateLinkAgainHandler,
    TeamOfSessionHandler,
    WhomTheTeamAdmitsHandler,
  ],
})
export class SchedulingModule {}
