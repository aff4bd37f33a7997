import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { Forbidden, NotFound } from '../../platform/model/refusal.js';
import { Entrance } from '../entrance.js';
import { Rooms } from '../rooms.js';
import { GuardDoor } from './guard-door.js';

/** The organizer decides, ahead or meanwhile, that whoever is new asks to be let in. */
export class LockRoom extends Command<{ locked: boolean }> {
  constructor(
    readonly sessionId: string,
    readonly locked: boolean,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(LockRoom)
export class LockRoomHandler implements ICommandHandler<LockRoom> {
  constructor(
    private readonly entrance: Entrance,
    private readonly rooms: Rooms,
    private readonly door: GuardDoor,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, locked, by }: LockRoom): Promise<{ locked: boolean }> {
    const { room: found, role } = await this.entrance.find({ sessionId, organizer: by, cookie: () => undefined });
    if (found.workspaceId !== by.workspaceId) throw new NotFound('session');
    if (role !== 'host') throw new Forbidden('not-a-host', 'Only a host can do that.');
    found.refuseWhenOver('host', this.clock.now());
    await this.door.setLock(await this.rooms.keep(found), locked);
    return { locked };
  }
}
