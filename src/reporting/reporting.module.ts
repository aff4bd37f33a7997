import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { StoriesController } from './stories.controller.js';
import { StoryOfRegistrantHandler } from './story-of-registrant.js';

/** What became of it: only listens and answers. */
@Module({
  imports: [IdentityModule],
  controllers: [StoriesController],
  providers: [StoryOfRegistrantHandler],
})
export class ReportingModule {}
