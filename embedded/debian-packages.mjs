import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, say } from './install.mjs';

const script = join(dirname(fileURLToPath(import.meta.url)), 'debian-packages.sh');

/** Programs whose Debian package has another name. */
const PACKAGES = { 'janus-pp-rec': 'janus-tools', turnserver: 'coturn' };

/** Whether a program can be found in PATH, or where those of the system lie that are no ordinary user's. */
export const has = (program) => [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].some((folder) => existsSync(join(folder, program)));

const asRoot = () => {
  if (process.getuid?.() === 0) return [];
  return has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
};

/**
 * Sees to it that the programs are there: Debian packages, most of the same names, installed if we may. True when
 * they are; else one sentence was said that tells what to do, and what does not work without them.
 */
export async function havePackages(packages, without) {
  const missing = packages.filter((name) => !has(name));
  if (missing.length === 0) return true;
  const names = missing.join(' and ');
  const wanted = missing.map((name) => PACKAGES[name] ?? name);
  const command = `sh embedded/debian-packages.sh ${wanted.join(' ')}`;
  const prefix = asRoot();
  if (process.env.FOYER_NO_INSTALL === '1' || !has('apt-get') || prefix === null) {
    const how = has('apt-get') ? `as root, run: ${command}` : `install ${names} from your system's packages (and keep its own service from running)`;
    say(`${names} is not installed, ${without}. To have it, ${how}`);
    return false;
  }
  say(`Installing Debian's package ${names} (its own service is kept from starting) …`);
  const [program, ...args] = [...prefix, 'sh', script, ...wanted];
  try {
    await run(program, args, { log: 'packages.log' });
    return missing.every(has);
  } catch (error) {
    say(`${names} could not be installed, ${without}. ${error.message}`);
    return false;
  }
}
