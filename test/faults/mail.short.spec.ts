import { MailFault } from './mail-fault.ts';

/** The shortest form of `npm run faults -- mail`: each life of the product ends at another point, and takes over from the last. */
describe('kill -9 between registering and the mail', () => {
  let fault: MailFault;
  beforeAll(async () => {
    fault = await MailFault.begin();
  }, 60_000);
  afterAll(() => fault?.end());

  it('loses no registration that was acknowledged, and repeats a mail only after its final dot, under the same Message-ID', async () => {
    const people = (at: number): string[] => [`a${at}@example.org`, `b${at}@example.org`];
    for (const [at, point] of ['registration-stored', 'confirmation-written', 'letter-rendered'].entries()) {
      await fault.forgetLeases();
      const product = await fault.live(point);
      await fault.register(product, people(at));
      await fault.death(product);
    }
    await fault.forgetLeases();
    const product = await fault.live();
    // the server has read the final dot, and the sender dies before it hears so
    let killed = false;
    fault.mails.script = (stage, to) => {
      if (stage !== 'dot' || !to.endsWith('3@example.org')) return null;
      killed = true;
      product.kill();
      return 'drop';
    };
    await fault.register(product, people(3));
    await fault.death(product);
    fault.mails.script = () => null;
    await fault.forgetLeases();
    await fault.live();
    await fault.untilAllHaveMail(30_000);
    await fault.untilBooked(30_000);
    expect(fault.judge()).toMatchObject({ tried: 8, lost: 0, doubled: 0 });
    expect(fault.acknowledged.size).toBeGreaterThanOrEqual(4); // or nothing was shown: two lives end before they have answered
    expect(killed).toBe(true);
  }, 120_000);
});
