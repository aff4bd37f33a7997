import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MailModule } from '../platform/mail/mail.module.js';
import { BookBounce } from './bounces/book-bounce.js';
import { BounceDoor } from './bounces/bounce-door.js';
import { CallHostsWhenHostMissed } from './call-hosts-when-host-missed.js';
import { ComposeMail } from './compose-mail.js';
import { Copies } from './copies.js';
import { CopyRemindersWhenSessionDuplicated } from './copy-reminders-when-session-duplicated.js';
import { CopySessionForNotificationWhenChanged, ForgetSessionForNotificationWhenDeleted } from './copy-sessions.js';
import { DeliveriesOfSessionHandler } from './deliveries-of-session.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DueDeliveries } from './due-deliveries.js';
import { FollowRegistrationWhenChanged } from './follow-registration-when-changed.js';
import { ForgetPersonWhenErased } from './forget-person-when-erased.js';
import { ForeseeChangeHandler } from './foresee-change.js';
import { ForeseeController } from './foresee.controller.js';
import { Ledger } from './ledger.js';
import { MailFigures } from './mail-figures.js';
import { MailTestController } from './mail-test.controller.js';
import { MailsToPersonHandler } from './mails-to-person.js';
import { SendTestMailHandler } from './send-test-mail.js';
import { PersonalPagesController } from './personal-pages.controller.js';
import { PersonalPages } from './personal-pages.js';
import { Reminders } from './reminders.js';
import { RemindersController } from './reminders.controller.js';
import { SendDueDeliveries } from './send-due-deliveries.js';
import { SendLinkAgainWhenAsked } from './send-link-again-when-asked.js';
import { FallSilentWhenRegistrationBarred } from './fall-silent-when-registration-barred.js';
import { WriteCancellationWhenRegistrationRevoked } from './write-cancellation-when-registration-revoked.js';
import { WriteCancellationWhenRegistrationWithdrawn } from './write-cancellation-when-registration-withdrawn.js';
import { WriteCancellationsWhenSessionCancelled } from './write-cancellations-when-session-cancelled.js';
import { WriteConfirmationWhenAttendeeRegistered } from './write-confirmation-when-attendee-registered.js';
import { ForgetTeammateWhenErased } from './forget-teammate-when-erased.js';
import { SendTeammateLinkAgainWhenAsked } from './send-teammate-link-again-when-asked.js';
import { WriteCancellationWhenTeammateRemoved } from './write-cancellation-when-teammate-removed.js';
import { WriteInvitationWhenTeammateNamed } from './write-invitation-when-teammate-named.js';
import { WriteNewLinkWhenLinkRotated } from './write-new-link-when-link-rotated.js';
import { WriteNewLinkWhenTeammateLinkRotated } from './write-new-link-when-teammate-link-rotated.js';
import { WriteOfferWhenSeatOffered } from './write-offer-when-seat-offered.js';
import { WriteWordWhenOfferLapsed } from './write-word-when-offer-lapsed.js';
import { WriteConfirmationWhenSeatGiven } from './write-confirmation-when-seat-given.js';
import { WriteDenialWhenRegistrationDenied } from './write-denial-when-registration-denied.js';
import { WriteReminders } from './write-reminders.js';
import { WriteUpdatesWhenSessionRescheduled } from './write-updates-when-session-rescheduled.js';

/** Who is told what, and whether it arrived. */
@Module({
  imports: [IdentityModule, MailModule],
  controllers: [DeliveriesController, RemindersController, ForeseeController, PersonalPagesController, MailTestController],
  providers: [
    Copies,
    Ledger,
    MailFigures,
    Reminders,
    DueDeliveries,
    PersonalPages,
    ComposeMail,
    SendDueDeliveries,
    WriteReminders,
    BookBounce,
    BounceDoor,
    CopyRemindersWhenSessionDuplicated,
    CopySessionForNotificationWhenChanged,
    ForgetSessionForNotificationWhenDeleted,
    WriteConfirmationWhenAttendeeRegistered,
    WriteConfirmationWhenSeatGiven,
    WriteOfferWhenSeatOffered,
    WriteWordWhenOfferLapsed,
    WriteDenialWhenRegistrationDenied,
    WriteUpdatesWhenSessionRescheduled,
    WriteCancellationsWhenSessionCancelled,
    FallSilentWhenRegistrationBarred,
    WriteCancellationWhenRegistrationRevoked,
    WriteCancellationWhenRegistrationWithdrawn,
    SendLinkAgainWhenAsked,
    FollowRegistrationWhenChanged,
    ForgetPersonWhenErased,
    ForgetTeammateWhenErased,
    CallHostsWhenHostMissed,
    SendTeammateLinkAgainWhenAsked,
    WriteCancellationWhenTeammateRemoved,
    WriteInvitationWhenTeammateNamed,
    WriteNewLinkWhenLinkRotated,
    WriteNewLinkWhenTeammateLinkRotated,
    DeliveriesOfSessionHandler,
    MailsToPersonHandler,
    ForeseeChangeHandler,
    SendTestMailHandler,
  ],
})
export class NotificationModule {}
