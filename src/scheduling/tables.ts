import { defineEntity, p } from '@mikro-orm/postgresql';
import type { FormField, SessionStatus, Theme } from './events.js';
import { Session } from './model/session.js';

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
    hostUserId: p.text(),
    hostName: p.text(),
    hostEmail: p.text(),
    wallTime: p.text(),
    timeZone: p.text(),
    durationMinutes: p.integer(),
    startsAt: p.datetime(),
    createdAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    scheduleVersion: p.integer(),
    version: p.integer().version(),
  },
});

export const schedulingTables = [SessionTable];
