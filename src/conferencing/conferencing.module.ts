import { EntityManager } from '@mikro-orm/postgresql';
import { Logger, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { Configuration } from '../platform/config/configuration.js';
import { Instance } from '../platform/realtime/instance.js';
import { attendanceControllers, attendanceParts } from './attendance/attendance-parts.js';
import { CloseSeatWhenRegistrationBarred } from './close-seat-when-registration-barred.js';
import { CloseSeatWhenRegistrationRevoked } from './close-seat-when-registration-revoked.js';
import { CloseSeatWhenRegistrationWithdrawn } from './close-seat-when-registration-withdrawn.js';
import { CloseSeatWhenTeammateRemoved } from './close-seat-when-teammate-removed.js';
import { conversationControllers, conversationParts } from './conversation/conversation-parts.js';
import { EndWhenLeftAlone } from './end-when-left-alone.js';
import { Entrance } from './entrance.js';
import { FollowSessionWhenChanged } from './follow-session-when-changed.js';
import { ForgetNameWhenRegistrationErased } from './forget-name-when-registration-erased.js';
import { ForgetNameWhenTeammateErased } from './forget-name-when-teammate-erased.js';
import { ForgetRoomWhenSessionDeleted } from './forget-room-when-session-deleted.js';
import { Greet } from './greet.js';
import { HandleBookInDatabase } from './janus/handle-book.js';
import { JanusMediaRooms } from './janus/janus-media-rooms.js';
import { JoinController } from './join.controller.js';
import { JoinSessionHandler } from './join-session.js';
import { LeaveSeat } from './leave-seat.js';
import { Lobby } from './lobby.js';
import { LobbyGateway } from './lobby.gateway.js';
import { LookForLostPushes } from './look-for-lost-pushes.js';
import { LookForMissingHosts } from './look-for-missing-hosts.js';
import { LookForRevokedAccounts } from './look-for-revoked-accounts.js';
import { MediaRooms } from './media-rooms.js';
import { moderationControllers, moderationParts } from './moderation/moderation-parts.js';
import { recordingControllers, recordingParts } from './recording/recording-parts.js';
import { ReconcileMediaRooms } from './reconcile-media-rooms.js';
import { Presence } from './presence.js';
import { ReleaseLedger } from './release-ledger.js';
import { SeatsTogether } from './seats-together.js';
import { ResolveEntryHandler } from './resolve-entry.js';
import { ReturnToSeatHandler } from './return-to-seat.js';
import { RoomFigures } from './room-figures.js';
import { Rooms } from './rooms.js';
import { ShowDevices } from './show-devices.js';
import { ShowOut } from './show-out.js';
import { HeldConnections } from './stage/held.js';
import { TakeOver } from './stage/take-over.js';
import { Views } from './stage/views.js';
import { WarmSeats } from './stage/warm-seats.js';
import { Stage } from './stage.js';
import { StartDoors } from './start-doors.js';
import { stepsControllers, stepsParts } from './steps/steps-parts.js';
import { TellChanges } from './tell-changes.js';
import { WarmDoors } from './warm-doors.js';
import { WholeState } from './whole-state.js';

const janus = {
  provide: MediaRooms,
  useFactory: ({ janusUrl, janusApiSecret, janusAdminKey }: Configuration, em: EntityManager, instance: Instance) =>
    new JanusMediaRooms({ url: janusUrl, apiSecret: janusApiSecret, adminKey: janusAdminKey }, new Logger('Janus'), new HandleBookInDatabase(em, instance)),
  inject: [Configuration, EntityManager, Instance],
};

/** Who is in the foyer and the room. */
@Module({
  imports: [IdentityModule],
  controllers: [JoinController, ...conversationControllers, ...moderationControllers, ...attendanceControllers, ...recordingControllers, ...stepsControllers],
  providers: [
    janus,
    Rooms,
    RoomFigures,
    Entrance,
    ResolveEntryHandler,
    JoinSessionHandler,
    ReturnToSeatHandler,
    FollowSessionWhenChanged,
    ForgetRoomWhenSessionDeleted,
    ShowOut,
    CloseSeatWhenRegistrationBarred,
    CloseSeatWhenRegistrationRevoked,
    CloseSeatWhenRegistrationWithdrawn,
    ForgetNameWhenRegistrationErased,
    CloseSeatWhenTeammateRemoved,
    ForgetNameWhenTeammateErased,
    LobbyGateway,
    Lobby,
    Greet,
    LeaveSeat,
    ShowDevices,
    HeldConnections,
    TakeOver,
    Views,
    WarmSeats,
    Stage,
    StartDoors,
    Presence,
    TellChanges,
    LookForLostPushes,
    LookForMissingHosts,
    LookForRevokedAccounts,
    WholeState,
    ReconcileMediaRooms,
    EndWhenLeftAlone,
    ...conversationParts,
    ...moderationParts,
    ...attendanceParts,
    ...recordingParts,
    ...stepsParts,
    WarmDoors,
    ReleaseLedger,
    SeatsTogether,
  ],
})
export class ConferencingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly media: MediaRooms) {}

  async onApplicationBootstrap(): Promise<void> {
    await (this.media as JanusMediaRooms).connect();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.media.leave();
  }
}
