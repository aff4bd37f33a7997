import { Platform } from './2026-11-22-platform.js';
import { Scheduling } from './2026-11-22-scheduling.js';
import { Registration } from './2026-11-22-registration.js';
import { Conferencing } from './2026-11-22-conferencing.js';
import { Notification } from './2026-11-22-notification.js';
import { Registrant } from './2026-11-22-registrant.js';
import { NotificationHistory } from './2026-11-22-notification-history.js';
import { Release } from './2026-11-22-release.js';
import { KeptAnswers } from './2026-11-25-kept-answers.js';
import { MailAllowance } from './2026-11-25-mail-allowance.js';
import { Moderation } from './2026-11-25-moderation.js';
import { Conversation } from './2026-11-22-conversation.js';
import { Team } from './2026-11-25-team.js';
import { Steward } from './2026-11-25-steward.js';
import { MissedHosts } from './2026-11-25-missed-hosts.js';
import { Terms } from './2026-11-25-terms.js';
import { JanusHandles } from './2026-11-25-janus-handles.js';
import { Stays } from './2026-11-25-stays.js';
import { RegistrantsInOrder } from './2026-11-25-registrants-in-order.js';
import { Screen } from './2026-11-25-screen.js';
import { Barred } from './2026-11-25-barred.js';

/** In the order in which they run. A name that has run somewhere is never changed. */
export const migrations = [
  { name: '2026-11-22-platform', class: Platform },
  { name: '2026-11-22-scheduling', class: Scheduling },
  { name: '2026-11-22-registration', class: Registration },
  { name: '2026-11-22-conferencing', class: Conferencing },
  { name: '2026-11-22-notification', class: Notification },
  { name: '2026-11-22-registrant', class: Registrant },
  { name: '2026-11-22-notification-history', class: NotificationHistory },
  { name: '2026-11-22-release', class: Release },
  { name: '2026-11-22-conversation', class: Conversation },
  { name: '2026-11-25-team', class: Team },
  { name: '2026-11-25-missed-hosts', class: MissedHosts },
  { name: '2026-11-25-steward', class: Steward },
  { name: '2026-11-25-janus-handles', class: JanusHandles },
  { name: '2026-11-25-moderation', class: Moderation },
  { name: '2026-11-25-kept-answers', class: KeptAnswers },
  { name: '2026-11-25-stays', class: Stays },
  { name: '2026-11-25-mail-allowance', class: MailAllowance },
  { name: '2026-11-25-registrants-in-order', class: RegistrantsInOrder },
  { name: '2026-11-25-screen', class: Screen },
  { name: '2026-11-25-barred', class: Barred },
  { name: '2026-11-25-terms', class: Terms },
];
