import { freePort } from '../../embedded/ports.ts';

it('a free port is given away once, also while nobody listens on it yet', async () => {
  const ports: number[] = [];
  for (let n = 0; n < 400; n++) ports.push(await freePort());
  expect(new Set(ports).size).toBe(400);
});
