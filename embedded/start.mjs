/**
 * `npm start`, first step: runs on any Node from 20 on and on a machine with nothing installed. It installs
 * the dependencies and hands over to run.ts under Node 24 (which reads TypeScript).
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installDependencies, node24, root, say } from './install.mjs';

if (Number(process.versions.node.split('.')[0]) < 20) {
  say(`Foyer needs Node.js 20 or later to begin with; this is ${process.version}.`);
  process.exit(1);
}
try {
  await installDependencies();
} catch (error) {
  say(error.message);
  process.exit(1);
}

if (node24() === process.execPath) {
  await import('./run.ts');
} else {
  // The channel tells the second step when this one is gone, however it went.
  const launcher = spawn(node24(), [fileURLToPath(new URL('./run.ts', import.meta.url))], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
  launcher.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
