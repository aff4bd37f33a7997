import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { CopySessionForRegistrationWhenChanged, ForgetSessionForRegistrationWhenDeleted, SessionCopies } from './copy-sessions.js';
import { DeleteSessionWithoutRegistrantsHandler } from './delete-session-without-registrants.js';
import { PublicSessionHandler } from './public-session.js';
import { PublicSessionsController } from './public-sessions.controller.js';
import { RegisterAttendeeHandler } from './register-attendee.js';
import { RegistrantsOfSessionHandler } from './registrants-of-session.js';
import { RegistrationBurst } from './registration-burst.js';
import { RegistrationsController } from './registrations.controller.js';
import { WhomThisLinkAdmitsHandler } from './whom-this-link-admits.js';

/** Who may come. */
@Module({
  imports: [IdentityModule],
  controllers: [RegistrationsController, PublicSessionsController],
  providers: [
    SessionCopies,
    RegistrationBurst,
    RegisterAttendeeHandler,
    DeleteSessionWithoutRegistrantsHandler,
    PublicSessionHandler,
    RegistrantsOfSessionHandler,
    WhomThisLinkAdmitsHandler,
    CopySessionForRegistrationWhenChanged,
    ForgetSessionForRegistrationWhenDeleted,
  ],
})
export class RegistrationModule {}
