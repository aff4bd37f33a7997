import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { EverythingHeldHandler } from './everything-held.js';
import { ForgetTurnsWhenRegistrationErased } from './forget-turns-when-registration-erased.js';
import { Happenings } from './happenings.js';
import { KeepTurnWhenRegistrationChanged } from './keep-turn-when-registration-changed.js';
import { OwnDataController } from './own-data.controller.js';
import { StoriesController } from './stories.controller.js';
import { StoryOfRegistrantHandler } from './story-of-registrant.js';

/** What became of it: only listens and answers. */
@Module({
  imports: [IdentityModule],
  controllers: [StoriesController, OwnDataController],
  providers: [Happenings, StoryOfRegistrantHandler, EverythingHeldHandler, KeepTurnWhenRegistrationChanged, ForgetTurnsWhenRegistrationErased],
})
export class ReportingModule {}
