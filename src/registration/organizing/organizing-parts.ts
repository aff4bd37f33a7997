import { AddRegistrantHandler } from './add-registrant.js';
import { CorrectRegistrationHandler } from './correct-registration.js';
import { CsvOfRegistrantsHandler } from './csv-of-registrants.js';
import { EraseRegistrationHandler } from './erase-registration.js';
import { ImportRegistrantsHandler } from './import-registrants.js';
import { Organized } from './organized.js';
import { RegistrationDetailsHandler } from './registration-details.js';
import { RestoreRegistrationHandler } from './restore-registration.js';
import { RevokeRegistrationHandler } from './revoke-registration.js';
import { RotateRegistrantLinkHandler } from './rotate-registrant-link.js';
import { SendRegistrantLinkAgainHandler } from './send-registrant-link-again.js';

/** What the organizer may do about registrants. */
export const organizing = [
  Organized,
  RegistrationDetailsHandler,
  CsvOfRegistrantsHandler,
  AddRegistrantHandler,
  ImportRegistrantsHandler,
  CorrectRegistrationHandler,
  SendRegistrantLinkAgainHandler,
  RotateRegistrantLinkHandler,
  RevokeRegistrationHandler,
  RestoreRegistrationHandler,
  EraseRegistrationHandler,
];
