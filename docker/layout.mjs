/**
 * `npm run layout`: the processes of compose.yaml, once, on a machine without a container engine. Settings and
 * commands are read from the compose file itself; only ports and addresses are others, so that nothing is in the way,
 * and the proxy makes its certificate by itself. What a person would notice is tried through the proxy, then all of it
 * is ended. The last line counts.
 */
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from '../embedded/build.mjs';
import { havePackages } from '../embedded/debian-packages.mjs';
import { installDependencies, node24, root, say } from '../embedded/install.mjs';

await installDependencies();
if (node24() === process.execPath) await layout();
else {
  const child = spawn(node24(), [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function layout() {
  if (!(await havePackages(['janus', 'caddy', 'turnserver'], 'so the layout cannot be tried'))) process.exit(1);
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-layout-'));
  chmodSync(folder, 0o1777); // each part runs as a user of its own
  process.env.TMPDIR = folder;
  const running = [];
  const tidy = async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void tidy().finally(() => process.exit(1)));
  let failed = 1;
  try {
    failed = await tried(folder, (part) => (running.push(part), part));
  } catch (error) {
    say(error.stack);
  } finally {
    await tidy();
  }
  process.exit(failed === 0 ? 0 : 1);
}

/** @param keep ends a part with the layout */
async function tried(folder, keep) {
  const { load } = await import('js-yaml');
  const { WebSocket } = await import('ws');
  const { freePort } = await import('../embedded/ports.ts');
  const { Part } = await import('../embedded/part.ts');
  const { app } = await import('../embedded/app.ts');
  const { nobody } = await import('../embedded/accounts.ts');
  const { mediaAddress } = await import('../embedded/janus.ts');
  const { startPostgres } = await import('../test/support/postgres.ts');
  const { startInbox } = await import('../test/support/inbox.ts');

  const { services } = load(readFileSync(join(root, 'docker/compose.yaml'), 'utf8'));
  const database = keep(await startPostgres());
  const inbox = keep(await startInbox());
  const ports = { product: await freePort(), janus: await freePort(), proxy: await freePort(), turn: await freePort() };
  const publicUrl = `https://localhost:${ports.proxy}`;
  const filled = {
    PUBLIC_URL: publicUrl, SMTP_URL: inbox.url, MAIL_FROM: 'foyer@layout.example', DATABASE_PASSWORD: 'unused here', TURN_PASSWORD: 'a word for the relay',
    FOYER_SECRET: 'a secret of the layout, of more than 32 characters', JANUS_API_SECRET: 'the secret of its API', JANUS_ADMIN_KEY: 'the key to its rooms', MEDIA_ADDRESS: mediaAddress() ?? '127.0.0.1',
  };
  const fill = (text) => String(text).replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name, kind, otherwise) => {
    if (filled[name] === undefined && kind !== '-') throw new Error(`${name} is asked for by compose.yaml, and not filled in here`);
    return filled[name] ?? otherwise;
  });
  const environmentOf = (service) => Object.fromEntries(Object.entries(services[service].environment ?? {}).map(([name, value]) => [name, fill(value)]));
  const start = async (recipe) => {
    const part = keep(new Part(recipe));
    await part.start();
    return part;
  };
  const log = (name) => join(folder, `${name}.log`);
  const recipe = (name, command, args, more) => ({ name, command, args, log: log(name), readyWithin: 30_000, stopSignal: 'SIGTERM', stopWithin: 10_000, ...more });
  const path = { PATH: process.env.PATH };

  await start(recipe('janus', 'sh', [join(root, 'docker/janus/enter.sh')], {
    env: { ...path, TMPDIR: folder, ...environmentOf('janus'), JANUS_PORT: String(ports.janus) }, cwd: '/', ...nobody(),
    ready: async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${ports.janus}`, 'janus-protocol');
      try {
        await once(socket, 'open', { signal: AbortSignal.timeout(2_000) });
        return true;
      } finally {
        socket.terminate();
      }
    },
  }));
  const recordings = join(folder, 'recordings');
  mkdirSync(recordings);
  await start(app({
    port: ports.product, log: log('product'),
    env: { ...environmentOf('product'), DATABASE_URL: await database.createDatabase('layout'), JANUS_URL: `ws://127.0.0.1:${ports.janus}`, RECORDINGS_DIR: recordings, SIGN_UP: 'open' },
  }));
  const caddyfile = join(folder, 'Caddyfile');
  writeFileSync(caddyfile, `{\n\tadmin off\n\tskip_install_trust\n\tlocal_certs\n\tauto_https disable_redirects\n}\n${publicUrl} {\n\treverse_proxy 127.0.0.1:${ports.product}\n}\n`);
  const rootCertificate = join(folder, 'caddy/caddy/pki/authorities/local/root.crt');
  let agent;
  await start(recipe('proxy', 'caddy', ['run', '--config', caddyfile, '--adapter', 'caddyfile'], {
    env: { ...path, HOME: folder, XDG_DATA_HOME: join(folder, 'caddy'), XDG_CONFIG_HOME: join(folder, 'caddy') },
    ready: async () => {
      agent = new Agent({ ca: readFileSync(rootCertificate), keepAlive: false });
      return (await page('/health/live')).status === 200;
    },
  }));
  const turn = services.turn.command.map(fill).filter((argument) => !/^--(min|max)-port/.test(argument));
  await start(recipe('turn', 'turnserver', [...turn, '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${ports.turn}`, '--allow-loopback-peers', '--no-tls', '--no-dtls', `--pidfile=${join(folder, 'turn.pid')}`], {
    env: path, ready: async () => spawnSync('turnutils_stunclient', ['-p', String(ports.turn), '127.0.0.1'], { encoding: 'utf8', timeout: 5_000 }).status === 0,
  }));

  function page(address) {
    return new Promise((answered, failed) => {
      get(new URL(address, publicUrl), { agent, timeout: 10_000 }, async (answer) => {
        const chunks = [];
        for await (const chunk of answer) chunks.push(chunk);
        answered({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() });
      }).on('error', failed);
    });
  }
  const { Organizer } = await import('../bench/organizer.ts');
  const organizer = await Organizer.signUp(`http://127.0.0.1:${ports.product}`, publicUrl);
  const session = await organizer.schedule({ title: 'Through the proxy', theme: 'meeting', registration: { fields: [] } });

  const trials = {
    'the desk is there': async () => expectToBe((await page('/desk')).status, 200),
    'a session has its public page, under the address that people know': async () => {
      const { status, text } = await page(`/s/${session.slug}`);
      expectToBe(status, 200);
      expectToBe(text.includes('Through the proxy') && text.includes(`${publicUrl}/s/${session.slug}`), true);
    },
    'it is ready, and has found its Janus': async () => {
      for (let left = 40; ; left--) {
        const { parts } = JSON.parse((await page('/health/ready')).text);
        if (parts.media || left === 0) return expectToBe(`${parts.database} ${parts.media}`, 'true true');
        await new Promise((next) => setTimeout(next, 500));
      }
    },
    'a socket comes through the proxy, and one from another site does not': async () => {
      const dial = (origin) => new WebSocket(`${publicUrl.replace('https', 'wss')}/ws`, { agent, origin });
      const socket = dial(publicUrl);
      await once(socket, 'open', { signal: AbortSignal.timeout(5_000) });
      socket.terminate();
      const [error] = await once(dial('https://elsewhere.example'), 'error', { signal: AbortSignal.timeout(5_000) });
      expectToBe(/403/.test(error.message), true);
    },
    'who registers gets a mail with a link of their own': async () => {
      await organizer.post(`/api/public/sessions/${session.slug}/registrations`, { email: 'ada@layout.example', name: 'Ada', answers: {} });
      const mail = await inbox.waitFor(({ to }) => to.includes('ada@layout.example'), 30_000);
      expectToBe(mail.text.replace(/=\r\n/g, '').includes(`${publicUrl}/j/`), true);
    },
    'the relay gives an address to who knows its word, and to nobody else': async () => {
      const relay = (password) => spawnSync('turnutils_uclient', ['-y', '-n', '5', '-u', 'foyer', '-w', password, '-p', String(ports.turn), '127.0.0.1'], { encoding: 'utf8', timeout: 30_000 });
      expectToBe(/Total lost packets 0/.test(relay(filled.TURN_PASSWORD).stdout), true);
      expectToBe(/Total lost packets 0/.test(relay('another').stdout), false);
    },
  };
  let failed = 0;
  for (const [promise, tryIt] of Object.entries(trials)) {
    try {
      await tryIt();
      say(`ok   ${promise}`);
    } catch (error) {
      failed++;
      say(`FAIL ${promise}: ${error.message}`);
    }
  }
  if (failed > 0) for (const name of ['janus', 'product', 'proxy', 'turn']) say(`\n── ${name}\n${readFileSync(log(name), 'utf8').slice(-2_000)}`);
  say(`\n${Object.keys(trials).length - failed} passed, ${failed} failed`);
  return failed;
}

function expectToBe(found, wanted) {
  if (found !== wanted) throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}
