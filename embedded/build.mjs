import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDependencies, node24, pathWithNode24, root, run, say } from './install.mjs';

const dist = join(root, 'dist');
const settings = ['package-lock.json', 'tsconfig.json', 'nest-cli.json', 'embedded/bundle.mjs'];
const halves = [
  {
    what: 'the server',
    stamp: '.server',
    from: ['src', 'migrations', 'client', 'web', ...settings],
    // Compiled files of sources that are gone would stay, and a migration that is gone would still be run.
    remove: ['src', 'migrations', 'client', 'server'],
    make: [['node_modules/@nestjs/cli/bin/nest.js', 'build'], ['embedded/bundle.mjs']],
    makes: 'server/start.js',
  },
  {
    what: 'the pages',
    stamp: '.pages',
    from: ['web', 'client', 'package-lock.json'],
    remove: ['web/assets'],
    make: [['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts']],
    makes: 'web',
  },
];

/** Builds what has changed since it was last built: told by a hash of the sources, kept beside the result. */
export async function build() {
  for (const half of halves) {
    const hash = hashOf(half.from);
    const stamp = join(dist, half.stamp);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(join(dist, half.makes))) continue;
    say(`Building ${half.what} …`);
    rmSync(stamp, { force: true });
    for (const folder of half.remove) rmSync(join(dist, folder), { recursive: true, force: true });
    for (const [number, step] of half.make.entries()) {
      await run(node24(), step, { log: `build${half.stamp}.log`, append: number > 0, env: { ...process.env, PATH: pathWithNode24(), NO_COLOR: '1' } });
    }
    mkdirSync(dist, { recursive: true });
    writeFileSync(stamp, hash);
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    } else if (!/\.spec\.tsx?$/.test(path)) {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    }
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await installDependencies();
    await build();
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
