import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Doors, Role } from '../../client/protocol.js';
import type { Farewell, Steward, Theme, When } from '../scheduling/events.js';
import { Room } from './model/room.js';
import { Seat, type Admission, type Occupant } from './model/seat.js';

export const RoomTable = defineEntity({
  class: Room,
  schema: 'conferencing',
  tableName: 'room',
  properties: {
    sessionId: p.uuid().primary(),
    workspaceId: p.text(),
    slug: p.text().unique(),
    title: p.text(),
    theme: p.text().$type<Theme>(),
    status: p.text().$type<Doors>(),
    when: p.json<When>().name('planned'),
    hostUserId: p.text(),
    needsRegistration: p.boolean(),
    steward: p.json<Steward>().nullable(),
    roomLimit: p.integer().nullable(),
    farewell: p.json<Farewell>().nullable(),
    opensAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    copiedVersion: p.integer(),
    scheduleVersion: p.integer(),
    hostMissing: p.boolean(),
    remindedVersion: p.integer().nullable(),
    doors: p.integer(),
    roster: p.integer(),
    locked: p.boolean(),
    microphonesHeld: p.boolean(),
    camerasHeld: p.boolean(),
    moderation: p.integer(),
    knocks: p.integer(),
    mediaId: p.text(),
    mediaSecret: p.text(),
    mediaPin: p.text(),
  },
});

export const SeatTable = defineEntity({
  class: Seat,
  schema: 'conferencing',
  tableName: 'seat',
  properties: {
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    role: p.text().$type<Role>(),
    name: p.text(),
    occupantKind: p.text().$type<Occupant['kind']>(),
    occupantId: p.text(),
    onStage: p.boolean(),
    cookieHash: p.text(),
    ticketHash: p.text().nullable(),
    ticketEndsAt: p.datetime().nullable(),
    credential: p.text().nullable(),
    holding: p.integer(),
    present: p.boolean(),
    instance: p.text().nullable(),
    left: p.boolean().name('has_left'),
    microphone: p.boolean(),
    screen: p.boolean(),
    camera: p.boolean(),
    feedId: p.text().nullable(),
    takenAt: p.datetime(),
    admission: p.text().$type<Admission>(),
    knockedAt: p.datetime().nullable(),
    wasRemoved: p.boolean(),
    muted: p.boolean(),
    cameraStopped: p.boolean(),
    invitation: p.text().$type<'awaited' | 'declined'>().nullable(),
    moderated: p.integer(),
  },
});

export const conferencingTables = [RoomTable, SeatTable];
