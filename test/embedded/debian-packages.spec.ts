import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJanus } from '../../embedded/janus.ts';
import { answers } from '../../embedded/ports.ts';

const script = 'embedded/debian-packages.sh';
const ours = /Foyer is installing/;

/** A machine in a folder: its apt-get starts services as Debian's does, unless policy-rc.d or a mask forbids it. */
class Machine {
  readonly root = mkdtempSync(join(tmpdir(), 'foyer-machine-'));
  readonly policy = join(this.root, 'usr/sbin/policy-rc.d');

  constructor({ policy, apt = '' }: { policy?: string; apt?: string } = {}) {
    mkdirSync(join(this.root, 'usr/sbin'), { recursive: true });
    mkdirSync(join(this.root, 'bin'));
    if (policy) this.program('usr/sbin/policy-rc.d', policy);
    this.program('bin/systemctl', `echo "systemctl $*" >> "$FOYER_ROOT/did"`);
    this.program('bin/update-rc.d', `echo "update-rc.d $*" >> "$FOYER_ROOT/did"`);
    this.program('bin/apt-get', `echo "apt-get $1 $DEBIAN_FRONTEND" >> "$FOYER_ROOT/did"
${apt}
[ "$1" = install ] || exit 0
code=0; "$FOYER_ROOT/usr/sbin/policy-rc.d" janus start || code=$?
if [ $code = 101 ]; then echo "service not started" >> "$FOYER_ROOT/did"; else echo "SERVICE STARTED" >> "$FOYER_ROOT/did"; fi`);
  }

  program(path: string, text: string) {
    writeFileSync(join(this.root, path), `#!/bin/sh\n${text}\n`);
    chmodSync(join(this.root, path), 0o755);
  }

  install(...packages: string[]) {
    const { status } = spawnSync('sh', [script, ...packages], {
      env: { ...process.env, FOYER_ROOT: this.root, PATH: `${join(this.root, 'bin')}:/usr/bin:/bin` },
    });
    return status;
  }

  get did() {
    return readFileSync(join(this.root, 'did'), 'utf8').trim().split('\n');
  }
}

describe('installing Debian packages', () => {
  const machines: Machine[] = [];
  const machine = (options?: ConstructorParameters<typeof Machine>[0]) => {
    machines.push(new Machine(options));
    return machines.at(-1)!;
  };
  afterAll(() => machines.forEach(({ root }) => rmSync(root, { recursive: true, force: true })));

  it("masks Janus's service before it arrives, and lets none start while it is installed", () => {
    const bare = machine();
    expect(bare.install('janus', 'chromium')).toBe(0);
    expect(bare.did).toEqual(['systemctl mask janus.service', 'apt-get install noninteractive', 'service not started', 'update-rc.d janus disable']);
    expect(existsSync(bare.policy)).toBe(false);
  });

  it("keeps Postfix's service from starting, too, and removes nothing for it", () => {
    const bare = machine({ apt: 'case "$*" in *--no-remove*) ;; *) echo "MAY REMOVE" >> "$FOYER_ROOT/did" ;; esac' });
    expect(bare.install('postfix')).toBe(0);
    expect(bare.did).toEqual(['systemctl mask postfix.service', 'apt-get install noninteractive', 'service not started', 'update-rc.d postfix disable']);
  });

  it('puts the policy of the machine back as it was', () => {
    const strict = machine({ policy: '# the own policy of this machine\nexit 104' });
    expect(strict.install('janus')).toBe(0);
    expect(strict.did).toContain('service not started');
    expect(readFileSync(strict.policy, 'utf8')).toContain('the own policy of this machine');
  });

  it('puts it back when apt fails, and says that it failed', () => {
    const broken = machine({ policy: '# own\nexit 0', apt: 'exit 100' });
    expect(broken.install('janus')).not.toBe(0);
    expect(readFileSync(broken.policy, 'utf8')).toContain('# own');
  });

  it('fetches the lists of packages when it knows none yet', () => {
    const fresh = machine({ apt: '[ "$1" = update ] && touch "$FOYER_ROOT/lists"; [ "$1" = update ] || [ -e "$FOYER_ROOT/lists" ] || exit 100' });
    expect(fresh.install('chromium')).toBe(0);
    expect(fresh.did.map((line) => line.split(' ')[1])).toEqual(['install', 'update', 'install', 'not']);
  });

  it('mends what an installation left that was killed half-way', () => {
    const [alone, beside] = [machine(), machine({ policy: '# own\nexit 0', apt: '[ -e "$FOYER_ROOT/second" ] || { touch "$FOYER_ROOT/second"; kill -9 $PPID; exit 1; }' })];
    alone.program('usr/sbin/policy-rc.d', '# Foyer is installing packages\nexit 101');
    expect(alone.install('janus')).toBe(0);
    expect(existsSync(alone.policy)).toBe(false);

    expect(beside.install('janus')).not.toBe(0);
    expect(readFileSync(beside.policy, 'utf8')).toMatch(ours);
    expect(beside.install('janus')).toBe(0);
    expect(readFileSync(beside.policy, 'utf8')).toContain('# own');
  });

  it('leaves this machine with Janus and with nothing of its own service listening', async () => {
    expect(findJanus()).not.toBeNull();
    expect(await Promise.all([8088, 8188].map((port) => answers(port)))).toEqual([false, false]);
  });
});
