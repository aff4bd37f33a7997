import { helpingServers } from './helping-servers.ts';

const TURN = { urls: ['turn:turn.example.org'], username: 'u', credential: 'c' };

describe('the servers that help a browser to the gateway', () => {
  it('are asked for again until somebody answers: one lost answer costs nobody the TURN server', async () => {
    const answers = [null, null, [TURN]];
    const pauses: number[] = [];
    const servers = await helpingServers(async () => answers.shift()!, () => false, (ms) => (pauses.push(ms), ms === 4_000 ? new Promise(() => undefined) : Promise.resolve()));
    expect(servers).toEqual([TURN]);
    expect(pauses.filter((ms) => ms !== 4_000).every((ms) => ms >= 200)).toBe(true);
  });

  it('are not waited for without end, and help from when they are known', async () => {
    let answer: (servers: RTCIceServer[]) => void = () => undefined;
    const servers = await helpingServers(() => new Promise((told) => (answer = told)), () => false, async () => undefined);
    expect(servers).toEqual([]);
    answer([TURN]);
    await new Promise(setImmediate);
    expect(servers).toEqual([TURN]); // the same list, which the next connection reads
  });

  it('are not asked for any more once the stay is over', async () => {
    let asked = 0;
    let over = false;
    await helpingServers(async () => ((asked += 1), (over = asked === 2), null), () => over, async () => undefined);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(asked).toBe(2);
  });
});
