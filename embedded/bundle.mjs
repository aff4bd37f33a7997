/**
 * Joins the compiled server and the packages that it needs into few files, `dist/server`, and keeps beside them what V8
 * compiles while it starts: thousands of small files are most of what a start costs. `dist/server/start.js` runs it.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { root } from './install.mjs';

const dist = join(root, 'dist');
const entry = join(dist, 'src/main.js');
const folder = join(dist, 'server');

/** Asked for by packages in some of their ways of working that are not ours, and loaded then. */
const LEFT_OUT = ['preview-email', 'pg-native'];
/** Packages with a native part, which cannot be joined: it is used where they are installed, else what they have beside it in JavaScript. */
const NATIVE = ['bufferutil', 'utf-8-validate'];

const START = `import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// What V8 compiled when this was built is read instead of made again; where it does not fit, or may not be written, nothing is lost.
enableCompileCache({ directory: fileURLToPath(new URL('./compiled', import.meta.url)), portable: true });
await import('./foyer.js');
`;

/** The maps that the compiler wrote, so that those of the bundle lead to the sources. */
const mapsOfTheCompiler = {
  name: 'maps of the compiler',
  load(id) {
    if (!id.startsWith(dist + sep)) return null;
    return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
  },
};

const nativeParts = {
  name: 'native parts',
  resolveId: (id) => (id.startsWith('installed:') ? { id: id.slice('installed:'.length), external: true } : null),
  load(id) {
    const name = NATIVE.find((one) => id.endsWith(join('node_modules', one, 'index.js')));
    return name ? `try { module.exports = require('installed:${name}'); } catch { module.exports = require('./fallback.js'); }` : null;
  },
};

/** What is loaded at the start, and not by an `import()` that may never come. */
function loadedAtStart(context) {
  const found = new Set();
  const add = (id) => {
    if (found.has(id)) return;
    found.add(id);
    for (const one of context.getModuleInfo(id)?.importedIds ?? []) add(one);
  };
  add(entry);
  return found;
}

const isOfPackage = (id) => id.includes(`${sep}node_modules${sep}`);

/** A character outside of Latin-1 makes V8 hold a whole file with two bytes for each character. */
const inLatin1 = (code) => code.replace(/\\?[^\0-\xff]/g, (found) => `\\u${found.at(-1).charCodeAt(0).toString(16).padStart(4, '0')}`);

async function bundle() {
  const joined = await rolldown({
    input: { foyer: entry }, platform: 'node', preserveEntrySignatures: false, external: [/^node:/, ...LEFT_OUT], plugins: [mapsOfTheCompiler, nativeParts],
    onLog(level, log, handle) {
      if (log.code === 'UNRESOLVED_IMPORT' || log.code === 'EVAL') return;
      handle(level, log);
    },
  });
  let first;
  const { output } = await joined.write({
    dir: folder, format: 'es', cleanDir: true, sourcemap: true, comments: false, entryFileNames: '[name].js', chunkFileNames: '[name].js',
    // Names of classes are names of events, of jobs and of schemas.
    keepNames: true,
    strictExecutionOrder: true,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ debugName: 'what is loaded at the start', name: (id, context) => ((first ??= loadedAtStart(context)).has(id) ? (isOfPackage(id) ? 'packages' : 'product') : null) }],
    },
  });
  await joined.close();
  for (const { type, fileName, moduleIds } of output) {
    if (type !== 'chunk') continue;
    const file = join(folder, fileName);
    const code = readFileSync(file, 'utf8');
    if (moduleIds.some((id) => !isOfPackage(id))) {
      writeFileSync(file, inLatin1(code));
    } else {
      // Of packages nobody reads the lines in a stack: their map would cost the first error a hundred MiB.
      const { code: short, errors } = minifySync(fileName, code, { compress: false, mangle: false, codegen: { removeWhitespace: true } });
      if (errors.length > 0) throw new Error(`${fileName}: ${errors[0].message}`);
      writeFileSync(file, inLatin1(short.replace(/^\/\/# sourceMappingURL.*$/m, '')));
      rmSync(`${file}.map`, { force: true });
    }
  }
  writeFileSync(join(folder, 'start.js'), START);
}

/** Started once, without a database to be found: what it needs until then is compiled, and kept. */
function compile() {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: 'postgres://127.0.0.1:9/none', SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'http://localhost:9', FOYER_SECRET: 'for nothing but to be compiled, this once' };
  const { output } = spawnSync(process.execPath, [join(folder, 'start.js')], { timeout: 60_000, env, encoding: 'utf8' });
  const compiled = join(folder, 'compiled');
  if (!existsSync(compiled)) throw new Error(`The server that was built does not start:\n${output?.join('')}`);
  // Whoever runs it, often another than who built it, may read them.
  for (const entry of readdirSync(compiled, { recursive: true, withFileTypes: true })) chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}

await bundle();
compile();
