import { defineEntity, p } from '@mikro-orm/postgresql';
import type { FormField, SessionStatus } from '../scheduling/events.js';
import type { Answers, RegistrationStatus } from './events.js';
import { PlannedSession } from './model/planned-session.js';
import { Registration } from './model/registration.js';

export const PlannedSessionTable = defineEntity({
  class: PlannedSession,
  schema: 'registration',
  tableName: 'session',
  properties: {
    sessionId: p.uuid().primary(),
    workspaceId: p.text(),
    slug: p.text().unique(),
    status: p.text().$type<SessionStatus>(),
    timeZone: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    form: p.json<FormField[]>().nullable(),
    copiedVersion: p.integer(),
  },
});

export const RegistrationTable = defineEntity({
  class: Registration,
  schema: 'registration',
  tableName: 'registration',
  properties: {
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    email: p.text(),
    emailKey: p.text(),
    name: p.text(),
    answers: p.json<Answers>(),
    timeZone: p.text(),
    locale: p.text(),
    status: p.text().$type<RegistrationStatus>(),
    tokenHash: p.text(),
    sealedToken: p.text(),
    revision: p.integer(),
    registeredAt: p.datetime(),
    version: p.integer().version(),
  },
});

export const registrationTables = [PlannedSessionTable, RegistrationTable];
