import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { ForgetTurnsWhenRegistrationErased } from './forget-turns-when-registration-erased.js';
import { KeepTurnWhenRegistrationChanged } from './keep-turn-when-registration-changed.js';
import { StoriesController } from './stories.controller.js';
import { StoryOfRegistrantHandler } from './story-of-registrant.js';

/** What became of it: only listens and answers. */
@Module({
  imports: [IdentityModule],
  controllers: [StoriesController],
  providers: [StoryOfRegistrantHandler, KeepTurnWhenRegistrationChanged, ForgetTurnsWhenRegistrationErased],
})
export class ReportingModule {}
