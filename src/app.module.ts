import { Module } from '@nestjs/common';
import { migrations } from '../migrations/index.js';
import { ConferencingModule } from './conferencing/conferencing.module.js';
import { conferencingTables } from './conferencing/tables.js';
import { IdentityModule } from './identity/identity.module.js';
import { NotificationModule } from './notification/notification.module.js';
import { notificationTables } from './notification/tables.js';
import { PlatformModule } from './platform/platform.module.js';
import { RegistrationModule } from './registration/registration.module.js';
import { registrationTables } from './registration/tables.js';
import { SchedulingModule } from './scheduling/scheduling.module.js';
import { ReportingModule } from './reporting/reporting.module.js';
import { schedulingTables } from './scheduling/tables.js';

/** The house: its rooms, in the line in which they hear of each other. */
@Module({
  imports: [
    PlatformModule.with({ tables: [...schedulingTables, ...registrationTables, ...conferencingTables, ...notificationTables], migrations }),
    IdentityModule,
    SchedulingModule,
    RegistrationModule,
    ConferencingModule,
    NotificationModule,
    ReportingModule,
  ],
})
export class AppModule {}
