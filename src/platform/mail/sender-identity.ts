import { Injectable } from '@nestjs/common';
import { createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { Configuration } from '../config/configuration.js';
import { SenderPolicy, type Names } from './sender-policy.js';

/** What the DNS says of one way in which receivers tell a sender from an impostor. */
export interface Checked {
  result: 'pass' | 'fail' | 'not-checked';
  /** For whoever runs this server: what was found, or what to publish. */
  detail: string;
}

export interface SenderChecks {
  spf: Checked;
  dkim: Checked;
  dmarc: Checked;
}

const NOBODY_ASKED: Checked = { result: 'not-checked', detail: 'No resolver is configured (DNS_SERVERS).' };
/** Nothing there: an answer, not a fault. */
const NOTHING = new Set(['ENOTFOUND', 'ENODATA']);

/** Addresses that never show on the way: what they stand for is decided by another server. */
const inside = new BlockList();
for (const [network, bits] of [['10.0.0.0', 8], ['127.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16]] as const) inside.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) inside.addSubnet(network, bits, 'ipv6');
const isInside = (ip: string): boolean => inside.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');

/** Whether receivers will believe that our mails are ours: SPF, DKIM and their alignment under DMARC, as published. */
@Injectable()
export class SenderIdentity {
  constructor(private readonly configuration: Configuration) {}

  async check(): Promise<SenderChecks> {
    const { dnsServers } = this.configuration;
    if (dnsServers.length === 0) return { spf: NOBODY_ASKED, dkim: NOBODY_ASKED, dmarc: NOBODY_ASKED };
    const names = namesFrom(dnsServers);
    const unanswered = (error: Error): Checked => ({ result: 'not-checked', detail: `The resolver did not answer (${(error as NodeJS.ErrnoException).code ?? error.name}).` });
    const [spf, dkim] = await Promise.all([this.spf(names).catch(unanswered), this.dkim(names).catch(unanswered)]);
    return { spf, dkim, dmarc: await this.dmarc(names, spf, dkim).catch(unanswered) };
  }

  /** The envelope's domain is that of From, so what passes is aligned. */
  private async spf(names: Names): Promise<Checked> {
    const { mailDomain, smtpUrl } = this.configuration;
    const host = new URL(smtpUrl).hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) ? [host] : await names.addresses(host);
    const outside = addresses.filter((ip) => !isInside(ip));
    const records = (await names.txt(mailDomain)).filter((text) => /^v=spf1(\s|$)/i.test(text));
    if (records.length !== 1) return { result: 'fail', detail: records.length === 0 ? `${mailDomain} has no SPF record.` : `${mailDomain} has ${records.length} SPF records; receivers then believe none.` };
    if (outside.length === 0) return { result: 'not-checked', detail: `${mailDomain} has an SPF record. Which address our mail server sends from cannot be seen from here.` };
    for (const ip of outside) {
      const result = await new SenderPolicy(names).resultFor(ip, mailDomain);
      if (result !== 'pass') return { result: 'fail', detail: `The SPF record of ${mailDomain} says “${result}” of ${ip}.` };
    }
    return { result: 'pass', detail: `The SPF record of ${mailDomain} names ${outside.join(', ')}.` };
  }

  private async dkim(names: Names): Promise<Checked> {
    const { dkim } = this.configuration;
    if (!dkim) return { result: 'not-checked', detail: 'Mails are not signed here (DKIM_KEY_FILE); the mail server may sign them.' };
    const where = `${dkim.selector}._domainkey.${dkim.domain}`;
    const records = (await names.txt(where)).map(tagsOf).filter((tags) => tags.has('p'));
    const ours = createPublicKey(readFileSync(dkim.keyFile)).export({ type: 'spki', format: 'der' }).toString('base64');
    if (records.length === 0) return { result: 'fail', detail: `${where} has no key. Publish the TXT record: v=DKIM1; k=rsa; p=${ours}` };
    if (!records.some((tags) => tags.get('p')!.replace(/\s/g, '') === ours)) return { result: 'fail', detail: `${where} holds another key than ours. Publish the TXT record: v=DKIM1; k=rsa; p=${ours}` };
    return { result: 'pass', detail: `${where} holds our key.` };
  }

  private async dmarc(names: Names, spf: Checked, dkim: Checked): Promise<Checked> {
    const { mailDomain, dkim: signing } = this.configuration;
    const found = await recordAbove(names, mailDomain);
    if (!found) return { result: 'fail', detail: `Neither ${mailDomain} nor a domain above it has a DMARC record.` };
    const { tags, at } = found;
    const policy = tags.get('p') ?? 'none';
    const strict = tags.get('adkim') === 's';
    const aligned = signing !== null && isAligned(signing.domain, mailDomain, strict);
    if (spf.result === 'pass') return { result: 'pass', detail: `SPF passes for ${mailDomain}; the policy at ${at} is “${policy}”.` };
    if (dkim.result === 'pass' && aligned) return { result: 'pass', detail: `DKIM passes and is aligned; the policy at ${at} is “${policy}”.` };
    if (dkim.result === 'pass') return { result: 'fail', detail: `DKIM passes for ${signing!.domain}, which is not aligned with ${mailDomain}.` };
    const unknown = spf.result === 'not-checked' || dkim.result === 'not-checked';
    return { result: unknown ? 'not-checked' : 'fail', detail: unknown ? `The policy at ${at} is “${policy}”; whether a mail passes cannot be told from here.` : `Neither SPF nor DKIM passes; the policy at ${at} is “${policy}”.` };
  }
}

/** The list of public suffixes is left out: a domain above or below one of ours is taken for ours. */
const isAligned = (signed: string, from: string, strict: boolean): boolean => {
  const [one, other] = [signed.toLowerCase(), from.toLowerCase()];
  return one === other || (!strict && (one.endsWith(`.${other}`) || other.endsWith(`.${one}`)));
};

async function recordAbove(names: Names, domain: string): Promise<{ tags: Map<string, string>; at: string } | null> {
  const labels = domain.split('.');
  for (let from = 0; from <= Math.max(0, labels.length - 2); from++) {
    const at = `_dmarc.${labels.slice(from).join('.')}`;
    const records = (await names.txt(at)).filter((text) => /^v=DMARC1(\s*;|$)/i.test(text));
    if (records.length === 1) return { tags: tagsOf(records[0]!), at };
  }
  return null;
}

const tagsOf = (text: string): Map<string, string> =>
  new Map(text.split(';').map((tag): [string, string] => {
    const equals = tag.indexOf('=');
    return [tag.slice(0, equals).trim().toLowerCase(), tag.slice(equals + 1).trim()];
  }));

function namesFrom(servers: readonly string[]): Names {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  resolver.setServers(servers);
  const orNothing = async <Answer>(asked: Promise<Answer[]>): Promise<Answer[]> => {
    try {
      return await asked;
    } catch (error) {
      if (NOTHING.has((error as NodeJS.ErrnoException).code ?? '')) return [];
      throw error;
    }
  };
  return {
    txt: async (name) => (await orNothing(resolver.resolveTxt(name))).map((chunks) => chunks.join('')),
    addresses: async (name) => (await Promise.all([orNothing(resolver.resolve4(name)), orNothing(resolver.resolve6(name))])).flat(),
    exchanges: async (name) => (await orNothing(resolver.resolveMx(name))).map(({ exchange }) => exchange),
  };
}
