import { RoomConnection } from '../../web/room/connection.ts';
import { rollingDeploy } from './deploy.ts';

/** The shortest form of `npm run faults -- deploy`. */
describe('two instances replaced one after the other', () => {
  it('fail no request and lose nobody who waits; their sockets are told that it is a restart', async () => {
    const found = await rollingDeploy(RoomConnection, { people: 30, rounds: 1 }, () => undefined);
    expect(found.counts).toMatchObject({ failed: [], closedOtherwise: 0 });
    expect(found.lost).toBe(0);
  }, 180_000);
});
