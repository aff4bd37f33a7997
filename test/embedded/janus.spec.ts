import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configuration, findJanus, mediaAddress, takes } from '../../embedded/janus.ts';
import { Part } from '../../embedded/part.ts';
import { freePort } from '../../embedded/ports.ts';

const ipv4 = (address: string, internal = false) => ({ address, internal, family: 'IPv4' as const, netmask: '255.255.255.0', mac: '', cidr: null });
const routes = (outward: string) => `Iface\tDestination\tGateway\ndocker0\t000011AC\t00000000\n${outward}\t00000000\t010200C0\n`;

describe('the address on which media flows', () => {
  it('is the one that leads out, though a bridge comes before it', () => {
    const machine = { lo: [ipv4('127.0.0.1', true)], docker0: [ipv4('172.17.0.1')], eth0: [ipv4('192.0.2.2')] };
    expect(mediaAddress(machine, routes('eth0'))).toBe('192.0.2.2');
  });

  it('is the first where none leads out', () => {
    expect(mediaAddress({ lo: [ipv4('127.0.0.1', true)], eth0: [ipv4('10.0.0.7')], eth1: [ipv4('10.0.0.8')] }, '')).toBe('10.0.0.7');
  });

  it('is missing where there is loopback alone, or only an address that no one has given', () => {
    expect(mediaAddress({ lo: [ipv4('127.0.0.1', true)], eth0: [ipv4('169.254.3.4')] }, '')).toBeNull();
  });
});

describe('the sample configuration for Janus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-sample-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says the same as what npm start writes', () => {
    const server = { folder, port: 8188, apiSecret: '@JANUS_API_SECRET@', adminKey: '@JANUS_ADMIN_KEY@', log: '' };
    const written = configuration(findJanus()!, folder, server);
    const settings = (text: string) =>
      [...text.replaceAll(/^#.*$| #.*$/gm, '').matchAll(/(\w+) = ("[^"]*"|[\w.@]+)/g)]
        .map(([, name, value]) => [name!, name === 'disable' ? value!.replaceAll('"', '').split(',').sort().join() : value!] as const)
        .filter(([name]) => !/_folder$|event_loops|ice_enforce_list|ws_port/.test(name));
    for (const [name, text] of Object.entries(written)) {
      expect([name, settings(readFileSync(join('docker/janus', name), 'utf8'))]).toEqual([name, settings(text)]);
    }
    expect(Object.keys(written).sort()).toEqual(readdirSync('docker/janus').filter((name) => name.endsWith('.jcfg')).sort());
  });

  it('starts a Janus that asks for the secret', async () => {
    const port = await freePort();
    const url = `ws://127.0.0.1:${port}`;
    const part = new Part({
      name: 'the sample', command: 'sh', args: ['docker/janus/enter.sh'], log: join(folder, 'log'),
      env: { PATH: process.env['PATH'], TMPDIR: folder, JANUS_API_SECRET: 'one secret', JANUS_ADMIN_KEY: 'key', MEDIA_ADDRESS: '192.0.2.2', PUBLIC_MEDIA_ADDRESS: '198.51.100.7', JANUS_PORT: String(port) },
      ready: () => takes(url, 'one secret'), readyWithin: 15_000, stopSignal: 'SIGTERM', stopWithin: 5_000,
    });
    try {
      await part.start();
      expect(await takes(url, 'another')).toBe(false);
      expect(readFileSync(join(folder, 'log'), 'utf8')).toMatch(/VideoRoom plugin initialized/);
      expect(readFileSync(join(folder, 'log'), 'utf8')).not.toMatch(/one secret|Loading plugin 'libjanus_(?!videoroom)/);
    } finally {
      await part.stop();
    }
  });
});
