import { RoomConnection } from '../../web/room/connection.ts';
import { gatewayKilled } from './janus.ts';
import { cutAcrossStart } from './network.ts';
import { killedAtStart } from './start.ts';

const quietly = (): void => undefined;

/** The shortest forms of `npm run faults -- room`. How long things take is for that command to judge. */
describe('around the start of a session', () => {
  it('everybody who waited is in, though the app was killed while it told them', async () => {
    await expect(killedAtStart(RoomConnection, { people: 150, times: 1 }, quietly)).resolves.toMatchObject({ tried: 150, lost: 0 });
  }, 180_000);

  it('everybody who waited is in, though the network was cut across it', async () => {
    await expect(cutAcrossStart(RoomConnection, { people: 100, outages: [2], halfOpen: false }, quietly)).resolves.toMatchObject({ tried: 100, lost: 0 });
  }, 180_000);
});

describe('a gateway that is killed under a host and a viewer, and comes back', () => {
  it('throws nobody out, is sent to and seen again, and leaves no room behind', async () => {
    await expect(gatewayKilled({ viewers: 1, outages: [1] }, quietly)).resolves.toMatchObject({ tried: 2, lost: 0, counts: { orphanRooms: 0 } });
  }, 180_000);
});
