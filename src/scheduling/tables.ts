import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Farewell, FormField, FormerField, Picture, Recording, SessionStatus, Steward, TeamRole, TeammateStatus, Terms, Theme } from './events.js';
import { Session } from './model/session.js';
import { Teammate } from './model/teammate.js';

export const SessionTable = defineEntity({
  class: Session,
  schema: 'scheduling',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.text(),
    slug: p.text().unique(),
    title: p.text(),
    description: p.text(),
    theme: p.text().$type<Theme>(),
    status: p.text().$type<SessionStatus>(),
    form: p.json<FormField[]>().nullable(),
    terms: p.json<Terms>(),
    askedBefore: p.json<FormerField[]>(),
    farewell: p.json<Farewell>().nullable(),
    recording: p.text().$type<Recording>(),
    passcodeHash: p.text().nullable(),
    roomLimit: p.integer().nullable(),
    picture: p.json<Picture>().nullable(),
    hostUserId: p.text(),
    hostName: p.text(),
    hostEmail: p.text(),
    wallTime: p.text(),
    timeZone: p.text(),
    durationMinutes: p.integer(),
    startsAt: p.datetime(),
    createdAt: p.datetime(),
    countdown: p.boolean(),
    opensAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    steward: p.json<Steward>().nullable(),
    scheduleVersion: p.integer(),
    version: p.integer().version(),
  },
});

export const TeammateTable = defineEntity({
  class: Teammate,
  schema: 'scheduling',
  tableName: 'teammate',
  properties: {
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    role: p.text().$type<TeamRole>(),
    userId: p.text().nullable(),
    name: p.text().nullable(),
    email: p.text().nullable(),
    emailKey: p.text().nullable(),
    locale: p.text(),
    status: p.text().$type<TeammateStatus>(),
    tokenHash: p.text().nullable(),
    sealedToken: p.text().nullable(),
    revision: p.integer(),
    namedAt: p.datetime(),
    linkAskedAt: p.datetime(),
    erasedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export const schedulingTables = [SessionTable, TeammateTable];
