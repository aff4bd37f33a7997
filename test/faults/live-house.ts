import { Organizer } from '../../bench/organizer.ts';
import { startInbox, type TestInbox } from '../support/inbox.ts';
import { startPostgres, type TestCluster } from '../support/postgres.ts';
import { startProduct, type TestProduct } from '../support/product.ts';

/** What a fault of the live side needs: the product, an organizer, and sessions that people may enter by their address. */
export class LiveHouse {
  readonly databaseUrl: string;
  readonly products: TestProduct[] = [];
  organizer!: Organizer;
  private readonly cluster: TestCluster;
  private readonly inbox: TestInbox;

  private readonly profile: string | undefined;

  private constructor(cluster: TestCluster, databaseUrl: string, inbox: TestInbox, profile: string | undefined) {
    [this.cluster, this.databaseUrl, this.inbox, this.profile] = [cluster, databaseUrl, inbox, profile];
  }

  /** @param profile a folder for the CPU profiles of its instances, written as they end */
  static async begin(instances = 1, profile?: string): Promise<LiveHouse> {
    const [cluster, inbox] = await Promise.all([startPostgres(), startInbox()]);
    const house = new LiveHouse(cluster, await cluster.createDatabase('live_faults'), inbox, profile);
    for (let one = 0; one < instances; one++) await house.instance();
    house.organizer = await Organizer.signUp(house.products[0]!.url);
    return house;
  }

  async instance(): Promise<TestProduct> {
    const product = await startProduct({
      databaseUrl: this.databaseUrl, smtpUrl: this.inbox.url,
      ...(this.profile !== undefined && { env: { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${this.profile}` } }),
    });
    this.products.push(product);
    return product;
  }

  session(title: string): Promise<{ id: string; slug: string }> {
    return this.organizer.schedule({ title, theme: 'webinar', registration: null });
  }

  async end(): Promise<void> {
    for (const product of this.products) {
      if (this.profile === undefined) product.kill(); // one that is killed writes no profile
      await product.stop();
    }
    await this.inbox.stop();
    await this.cluster.stop();
  }
}
