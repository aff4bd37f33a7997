import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { join } from 'node:path';
import { root } from '../../embedded/folder.ts';

interface Service { image?: string; build?: { target: string }; environment?: Record<string, string>; read_only?: boolean; cap_drop?: string[]; security_opt?: string[]; privileged?: boolean; user?: string; tmpfs?: string[]; ports?: string[]; healthcheck?: object; restart?: string }

const read = (file: string): string => readFileSync(join(root, 'docker', file), 'utf8');
const compose = load(read('compose.yaml')) as { services: Record<string, Service & { '<<'?: Service }> };
const services = Object.entries(compose.services).map(([name, service]) => [name, { ...service['<<'], ...service }] as [string, Service]);

/** Each stage of the Dockerfile, by its name. */
const stages = new Map(read('Dockerfile').split(/^(?=FROM )/m).slice(1).map((text) => [/^FROM \S+ AS (\S+)/.exec(text)![1]!, text]));
const PINNED = /^[\w./-]+:v?\d+\.\d+[\w.-]*$/;

describe('the containers', () => {
  it('are made from versions that somebody chose', () => {
    for (const [name, text] of stages) expect([name, /^FROM (\S+)/.exec(text)![1]]).toEqual([name, expect.stringMatching(PINNED)]);
    for (const [name, { image }] of services) if (image) expect([name, image]).toEqual([name, expect.stringMatching(PINNED)]);
  });

  it('that are ours run as somebody without privileges, and are asked how they are', () => {
    for (const [name, { build }] of services) {
      if (!build) continue;
      const stage = stages.get(build.target)!;
      const user = [...stage.matchAll(/^USER (\S+)$/gm)].at(-1)?.[1];
      expect([name, user]).toEqual([name, expect.not.stringMatching(/^(root|0)$/)]);
      expect([name, stage]).toEqual([name, expect.stringMatching(/^HEALTHCHECK /m)]);
    }
    for (const [name, { build, healthcheck }] of services) if (!build) expect([name, healthcheck]).toEqual([name, expect.any(Object)]);
  });

  it('write nowhere but into memory and their volumes, have no privileges, and get none', () => {
    for (const [name, { read_only: readOnly, cap_drop: dropped, security_opt: options, privileged = false }] of services) {
      expect([name, readOnly, dropped, options, privileged]).toEqual([name, true, ['ALL'], ['no-new-privileges:true'], false]);
    }
  });

  it('open nothing of the inside to other machines', () => {
    for (const [name, { ports = [] }] of services) for (const port of ports) expect([name, port]).toEqual([name, expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  it('have no secret in their files', () => {
    for (const line of read('sample.env').split('\n')) if (/^(FOYER_SECRET|.*(PASSWORD|_KEY|API_SECRET))=/.test(line)) expect(line).toMatch(/=$/);
    for (const [, { environment = {} }] of services) for (const [name, value] of Object.entries(environment)) if (/SECRET|PASSWORD|KEY/.test(name)) expect(value).toMatch(/^\$\{\w+:\?.*\}$/);
  });

  it('of the product are told only of settings that there are', () => {
    const known = readFileSync(join(root, 'src/platform/config/configuration.ts'), 'utf8');
    for (const name of Object.keys(compose.services['product']!.environment!)) expect(known).toContain(`'${name}'`);
  });
});
