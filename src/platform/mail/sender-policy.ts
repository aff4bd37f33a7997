import { BlockList, isIP, isIPv6 } from 'node:net';

/** What is asked of the DNS; empty where there is nothing. */
export interface Names {
  txt(name: string): Promise<string[]>;
  addresses(name: string): Promise<string[]>;
  exchanges(name: string): Promise<string[]>;
}

export type PolicyResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'error';

const QUALIFIERS: Readonly<Record<string, PolicyResult>> = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' };
const MOST_LOOKUPS = 10;

/** What a domain's SPF record (RFC 7208) says of an address that sends in its name. Macros and `exists` are left out: nothing matches them. */
export class SenderPolicy {
  private lookups = 0;

  constructor(private readonly names: Names) {}

  async resultFor(ip: string, domain: string): Promise<PolicyResult> {
    const records = (await this.names.txt(domain)).filter((text) => /^v=spf1(\s|$)/i.test(text));
    if (records.length !== 1) return records.length === 0 ? 'none' : 'error';
    const terms = records[0]!.trim().split(/\s+/).slice(1);
    for (const term of terms) {
      const [, qualifier = '+', mechanism = '', value = ''] = /^([-+~?]?)(all|include|a|mx|ip4|ip6)(?=[:/]|$)(.*)$/i.exec(term) ?? [];
      if (!mechanism) continue;
      const matches = await this.matches(ip, domain, mechanism.toLowerCase(), value);
      if (matches === 'error') return 'error';
      if (matches) return QUALIFIERS[qualifier || '+']!;
    }
    const redirect = terms.map((term) => /^redirect=(.+)$/i.exec(term)?.[1]).find(Boolean);
    if (!redirect) return 'neutral';
    if (this.tooMany()) return 'error';
    const there = await this.resultFor(ip, redirect);
    return there === 'none' ? 'error' : there;
  }

  private async matches(ip: string, domain: string, mechanism: string, value: string): Promise<boolean | 'error'> {
    if (mechanism === 'all') return true;
    if (mechanism === 'ip4' || mechanism === 'ip6') return within(ip, value.slice(1));
    if (this.tooMany()) return 'error';
    const [, name = '', prefix = ''] = /^(?::([^/]+))?(.*)$/.exec(value) ?? [];
    if (mechanism === 'include') {
      const there = await this.resultFor(ip, name);
      return there === 'none' || there === 'error' ? 'error' : there === 'pass';
    }
    const hosts = mechanism === 'mx' ? (await this.names.exchanges(name || domain)).slice(0, MOST_LOOKUPS) : [name || domain];
    for (const host of hosts) {
      for (const address of await this.names.addresses(host)) if (within(ip, `${address}${prefixFor(address, prefix)}`)) return true;
    }
    return false;
  }

  private tooMany(): boolean {
    return ++this.lookups > MOST_LOOKUPS;
  }
}

/** `/24//64`: the first for IPv4, the second for IPv6. */
const prefixFor = (address: string, prefix: string): string => {
  const [, four = '', six = ''] = /^(\/\d+)?(?:\/(\/\d+))?$/.exec(prefix) ?? [];
  return isIPv6(address) ? six : four;
};

function within(ip: string, range: string): boolean {
  const [network = '', length] = range.split('/');
  if (isIP(network) === 0 || isIP(network) !== isIP(ip)) return false;
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  const bits = length === undefined ? (family === 'ipv6' ? 128 : 32) : Number(length);
  if (!Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv6' ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(ip, family);
}
