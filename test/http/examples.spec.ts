import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openHouse, type House } from './house.js';

describe('the examples of the client', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse('examples');
  }, 120_000);
  afterAll(() => house?.close());

  it('who-came: schedules, registers and reads who came', async () => {
    const { key } = await house.organizer('Ada');
    const example = join(import.meta.dirname, '../../client/examples/who-came.ts');
    const { NODE_OPTIONS: _jest, ...env } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, [example], { env: { ...env, FOYER_URL: house.address, FOYER_KEY: key } });
    const answer = JSON.parse(stdout) as { attendance: { registrants: object; people: unknown[] } };
    expect(answer).toMatchObject({ session: expect.stringContaining('/s/'), outcome: 'check-your-email', registrants: ['Ada'] });
    expect([answer.attendance.registrants, answer.attendance.people]).toEqual([{ registered: 1, came: 0, share: 0 }, []]);
  });
});
