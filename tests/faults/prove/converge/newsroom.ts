/** CMS, proxy and publisher of one newsroom, each of which can be killed and started again. */
import { join } from 'node:path';
import type { Dice } from '../../../rigs/corpus-random.ts';
import { freePorts } from '../../../rigs/ports.ts';
import { filesOf } from '../../../rigs/publisher.ts';
import { temporaryFolder } from '../../../rigs/temporary.ts';
import { until } from '../../../rigs/until.ts';
import { type Child, commandScript, type StartOptions, startChild } from '../parts/children.ts';
import type { Tree } from '../parts/site.ts';
import type { Answer, Order } from './office.ts';
import { type ConfusedProxy, confusedProxy } from './proxy.ts';

interface Address {
  url: string;
  token: string;
}

export class Newsroom implements AsyncDisposable {
  readonly #folder = temporaryFolder();
  readonly proxy: ConfusedProxy;
  readonly #sitePort: number;
  readonly #publisherOptions: StartOptions;
  #cms: Child | undefined;
  #publisher: Child | undefined;
  address: Address = { url: '', token: '' };

  private constructor(proxy: ConfusedProxy, sitePort: number, publisherOptions: StartOptions) {
    this.proxy = proxy;
    this.#sitePort = sitePort;
    this.#publisherOptions = publisherOptions;
  }

  static async open(dice: Dice, publisherOptions: StartOptions = {}): Promise<Newsroom> {
    const [port] = (await freePorts(1)) as [number];
    const newsroom = new Newsroom(await confusedProxy(dice), port, publisherOptions);
    await newsroom.startCms();
    newsroom.startPublisher();
    return newsroom;
  }

  async startCms(): Promise<void> {
    const child = startChild(join(import.meta.dirname, 'office.ts'), [join(this.#folder.path, 'cms')]);
    const isAddress = (message: unknown): message is Address => (message as Address).url !== undefined;
    const told = await until('the CMS', () => child.over || child.messages.find(isAddress), { seconds: 120 });
    if (told === true) throw new Error(`the CMS ended: ${child.said()}`);
    this.#cms = child;
    this.address = told;
    this.proxy.upstream = told.url;
  }

  /** Acts that were under way are half done or not at all, as after any crash. */
  async killCms(): Promise<void> {
    this.proxy.upstream = undefined;
    this.#cms?.kill('SIGKILL');
    await this.#cms?.ended;
  }

  startPublisher(): void {
    this.#publisher = startChild(commandScript('publisher'), [], {
      ...this.#publisherOptions,
      env: {
        XINGLIN_DATA_DIR: join(this.#folder.path, 'publisher'),
        XINGLIN_CMS_URL: this.proxy.url,
        XINGLIN_PUBLISHER_TOKEN: this.address.token,
        XINGLIN_SITE_PORT: String(this.#sitePort),
      },
    });
  }

  async killPublisher(): Promise<void> {
    this.#publisher?.kill('SIGKILL');
    await this.#publisher?.ended;
  }

  /** Performs an act as soon as the CMS is there; undefined where it died meanwhile. */
  async perform(order: Order): Promise<string | undefined> {
    const cms = await until('a CMS to write in', () => !this.#cms?.over && this.#cms, { seconds: 120 });
    cms.send(order);
    const answered = () => cms.messages.find((one) => (one as Answer).number === order.number) as Answer;
    const answer = await until(`act ${order.number}`, () => (cms.over ? 'over' : answered()), {
      seconds: 120,
      every: 10,
    });
    return answer === 'over' ? undefined : answer.outcome;
  }

  get publisherSaid(): string {
    return this.#publisher?.said() ?? '';
  }

  /** Undefined before the first release, and where a file went away while the tree was read: it is at work. */
  live(): Tree | undefined {
    try {
      return filesOf(join(this.#folder.path, 'publisher', 'live'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.killPublisher();
    await this.killCms();
    await this.proxy[Symbol.asyncDispose]();
    this.#folder[Symbol.dispose]();
  }
}
