import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { AcceptOfferHandler } from './accept-offer.js';
import { BarRegistrationHandler } from './bar-registration.js';
import { BlankStoredFactsWhenRegistrationErased } from './blank-stored-facts-when-registration-erased.js';
import { ChangeRegistrationHandler } from './change-registration.js';
import { CopySessionForRegistrationWhenChanged, ForgetSessionForRegistrationWhenDeleted, SessionCopies } from './copy-sessions.js';
import { ApproveRegistrationsHandler } from './organizing/approve-registrations.js';
import { Deciding } from './organizing/deciding.js';
import { DecidingController } from './organizing/deciding.controller.js';
import { DenyRegistrationsHandler } from './organizing/deny-registrations.js';
import { DeleteSessionWithoutRegistrantsHandler } from './delete-session-without-registrants.js';
import { EndOffers } from './end-offers.js';
import { EraseAfterRetention } from './erase-after-retention.js';
import { EraseOwnDataHandler } from './erase-own-data.js';
import { HowManyRegisteredHandler } from './how-many-registered.js';
import { organizing } from './organizing/organizing-parts.js';
import { RegistrantsController } from './organizing/registrants.controller.js';
import { OwnDataHandler } from './own-data.js';
import { OwnRegistrationHandler } from './own-registration.js';
import { PublicSessionHandler } from './public-session.js';
import { PublicSessionsController } from './public-sessions.controller.js';
import { RegisterAttendeeHandler } from './register-attendee.js';
import { RegistrantController } from './registrant.controller.js';
import { RegistrantOfSessionHandler } from './registrant-of-session.js';
import { RegistrantsOfSessionHandler } from './registrants-of-session.js';
import { RegistrationBurst } from './registration-burst.js';
import { RegistrationByLink } from './registration-by-link.js';
import { RegistrationsController } from './registrations.controller.js';
import { Seats } from './seats.js';
import { SendOwnLinkAgainHandler } from './send-own-link-again.js';
import { NameStewardHandler } from './name-steward.js';
import { StewardController } from './steward.controller.js';
import { StewardOfSessionHandler } from './steward-of-session.js';
import { WhomThisLinkAdmitsHandler } from './whom-this-link-admits.js';
import { WithdrawRegistrationHandler } from './withdraw-registration.js';

/** Who may come. */
@Module({
  imports: [IdentityModule],
  controllers: [RegistrationsController, DecidingController, RegistrantsController, PublicSessionsController, RegistrantController, StewardController],
  providers: [
    SessionCopies,
    RegistrationBurst,
    RegisterAttendeeHandler,
    Seats,
    Deciding,
    ApproveRegistrationsHandler,
    DenyRegistrationsHandler,
    DeleteSessionWithoutRegistrantsHandler,
    PublicSessionHandler,
    RegistrantsOfSessionHandler,
    ...organizing,
    NameStewardHandler,
    StewardOfSessionHandler,
    WhomThisLinkAdmitsHandler,
    HowManyRegisteredHandler,
    RegistrantOfSessionHandler,
    RegistrationByLink,
    OwnRegistrationHandler,
    ChangeRegistrationHandler,
    WithdrawRegistrationHandler,
    AcceptOfferHandler,
    EndOffers,
    BarRegistrationHandler,
    SendOwnLinkAgainHandler,
    OwnDataHandler,
    EraseOwnDataHandler,
    EraseAfterRetention,
    BlankStoredFactsWhenRegistrationErased,
    CopySessionForRegistrationWhenChanged,
    ForgetSessionForRegistrationWhenDeleted,
  ],
})
export class RegistrationModule {}
