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
    approval: p.boolean(),
    capacity: p.integer().nullable(),
    waitlistOfferHours: p.integer().nullable(),
    passcode: p.boolean(),
    closesAt: p.datetime().nullable(),
    overAt: p.datetime().nullable(),
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
    email: p.text().nullable(),
    emailKey: p.text().nullable(),
    name: p.text().nullable(),
    answers: p.json<Answers>().nullable(),
    timeZone: p.text(),
    locale: p.text(),
    status: p.text().$type<RegistrationStatus>(),
    offeredUntil: p.datetime().nullable(),
    tokenHash: p.text().nullable(),
    sealedToken: p.text().nullable(),
    revision: p.integer(),
    registeredAt: p.datetime(),
    linkAskedAt: p.datetime(),
    erasedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export const registrationTables = [PlannedSessionTable, RegistrationTable];
