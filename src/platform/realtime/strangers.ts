import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { Configuration } from '../config/configuration.js';
import { networkOf } from '../http/rate-limit.js';

/** An office comes back in one moment after an outage; each of them is known after some milliseconds. */
const FROM_ONE_NETWORK = 500;
const IN_ALL = 5_000;

/** Sockets that have not said yet who they are: so many from one network, so many on this instance, and no more. */
@Injectable()
export class Strangers {
  private readonly networks = new Map<object, string>();
  private readonly counts = new Map<string, number>();
  private readonly proxies = new BlockList();

  constructor(private readonly configuration: Configuration) {
    for (const proxy of configuration.trustedProxies) {
      const [address = '', bits] = proxy.split('/');
      const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (bits) this.proxies.addSubnet(address, Number(bits), kind);
      else if (isIP(address)) this.proxies.addAddress(address, kind);
    }
  }

  /** The network that a request comes from; of X-Forwarded-For as much is believed as known proxies have written. */
  networkOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
    const way = [...String(headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim()).filter(Boolean), socket.remoteAddress ?? ''];
    const known = (address: string): boolean => isIP(address) !== 0 && this.proxies.check(plain(address), isIP(plain(address)) === 6 ? 'ipv6' : 'ipv4');
    for (let at = way.length - 1; at > 0; at--) if (!known(way[at]!)) return networkOf(way[at]!);
    return networkOf(way[0]!);
  }

  isFull(network: string): boolean {
    const { rateLimitFactor } = this.configuration;
    return this.networks.size >= IN_ALL * rateLimitFactor || (this.counts.get(network) ?? 0) >= FROM_ONE_NETWORK * rateLimitFactor;
  }

  came(socket: object, network: string): void {
    this.networks.set(socket, network);
    this.counts.set(network, (this.counts.get(network) ?? 0) + 1);
  }

  /** Known by now, or gone. */
  isNone(socket: object): void {
    const network = this.networks.get(socket);
    if (network === undefined) return;
    this.networks.delete(socket);
    const left = (this.counts.get(network) ?? 1) - 1;
    if (left > 0) this.counts.set(network, left);
    else this.counts.delete(network);
  }
}

const plain = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
