import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { nobody } from '../../embedded/accounts.ts';
import { Part } from '../../embedded/part.ts';
import { answers, freePort } from '../../embedded/ports.ts';

/** A mail as it lies in somebody's mailbox. */
export interface FiledMail {
  /** With CRLF again, as it was on the wire: a Maildir keeps lines as this machine does. */
  readonly raw: Buffer;
  /** MAIL FROM, by the header that the server writes at delivery. */
  readonly returnPath: string;
  readonly deliveredTo: string;
}

/** What a server says to a recipient, as its administrator set it up. */
export type Policy = (recipient: string, attempt: number) => string;

/** Debian's Postfix with a folder, a queue and an address of its own on loopback, delivering into Maildirs. */
export interface TestPostfix {
  readonly url: string;
  /** Asked before each recipient, as a greylist is: `DUNNO` agrees. */
  policy: Policy;
  /** How often a recipient was asked for. */
  readonly asked: ReadonlyMap<string, number>;
  mailbox(user: string): FiledMail[];
  log(): string;
  stop(): Promise<void>;
}

const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];

function find(program: string): string {
  for (const folder of folders) {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return join(folder, program);
    } catch { /* not here */ }
  }
  throw new Error("These tests need Postfix, and to be root: sh embedded/debian-packages.sh postfix (its own service must not run).");
}

/**
 * It hosts `example.org` for the given users, takes mail for anyone there and finds out afterwards who is not, as
 * a server behind a gateway does; reports of that go to `reportsTo`. Nothing else leaves.
 */
export async function startPostfix(options: { users: readonly string[]; reportsFor: string; reportsPort: number }): Promise<TestPostfix> {
  const program = find('postfix');
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-postfix-'));
  chmodSync(folder, 0o711);
  const [config, mail] = [join(folder, 'config'), join(folder, 'mail')];
  for (const one of [config, join(folder, 'queue'), join(folder, 'data'), mail]) mkdirSync(one, { mode: 0o755 });
  const [owner, reader] = [account('postfix'), nobody()!];
  chownSync(join(folder, 'data'), owner.uid, owner.gid);
  chownSync(mail, reader.uid, reader.gid);
  const asked = new Map<string, number>();
  const greylist = await startPolicy((recipient) => {
    asked.set(recipient, (asked.get(recipient) ?? 0) + 1);
    return postfix.policy(recipient, asked.get(recipient)!);
  });
  const port = await freePort();
  writeFileSync(join(config, 'mailboxes'), options.users.map((user) => `${user}@example.org ${user}/\n`).join(''));
  writeFileSync(join(config, 'routes'), `${options.reportsFor} smtp:[127.0.0.1]:${options.reportsPort}\n`);
  writeFileSync(join(config, 'main.cf'), mainCf({ folder, config, mail, greylist: greylist.port, reader }));
  writeFileSync(join(config, 'master.cf'), masterCf(port));
  const env = { PATH: folders.join(delimiter) };
  const run = (command: string, ...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, args, { env, cwd: '/', encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
    return stdout.trim();
  };
  run(program, '-c', config, 'check'); // makes its queue's folders
  // its master itself, not through the script that starts services: who ends that one leaves the master behind
  const part = new Part({
    name: 'Postfix', command: join(run(find('postconf'), '-c', config, '-h', 'daemon_directory'), 'master'), args: ['-c', config, '-s'], cwd: '/', env, log: join(folder, 'log'),
    ready: () => answers(port), readyWithin: 30_000, stopSignal: 'SIGTERM', stopWithin: 10_000,
  });
  await part.start();
  const postfix: TestPostfix = {
    url: `smtp://127.0.0.1:${port}`,
    policy: () => 'DUNNO',
    asked,
    mailbox: (user) => {
      const box = join(mail, user, 'new');
      return existsSync(box) ? readdirSync(box).sort().map((name) => filed(readFileSync(join(box, name)))) : [];
    },
    log: () => readFileSync(join(folder, 'log'), 'utf8'),
    stop: async () => {
      await part.stop();
      greylist.server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return postfix;
}

function mainCf({ folder, config, mail, greylist, reader }: { folder: string; config: string; mail: string; greylist: number; reader: { uid: number; gid: number } }): string {
  return `compatibility_level = 3.6
config_directory = ${config}
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = /dev/stdout
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.example.org
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
local_recipient_maps =
# nobody is looked up, and nothing leaves this machine
disable_dns_lookups = yes
smtp_host_lookup = native
default_transport = error:5.4.4 nothing leaves this machine
transport_maps = texthash:${config}/routes
virtual_mailbox_domains = example.org
virtual_mailbox_maps = texthash:${config}/mailboxes
virtual_mailbox_base = ${mail}
virtual_minimum_uid = 1
virtual_uid_maps = static:${reader.uid}
virtual_gid_maps = static:${reader.gid}
# whether there is such a mailbox turns out at delivery: then its report comes back by mail
smtpd_reject_unlisted_recipient = no
smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:${greylist}, permit_mynetworks, reject
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
notify_classes =
`;
}

/** Postfix's own programs, none in a cage of its own, listening in one place. */
const masterCf = (port: number): string => `127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

/** Postfix's policy protocol: lines of a question, an empty one, then one word in answer. */
async function startPolicy(answer: (recipient: string) => string): Promise<{ port: number; server: Server }> {
  const server = createServer((socket: Socket) => {
    let text = '';
    socket.setEncoding('utf8').on('error', () => undefined).unref();
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const recipient = /^recipient=(.*)$/m.exec(text.slice(0, end))?.[1] ?? '';
        text = text.slice(end + 2);
        socket.write(`action=${answer(recipient)}\n\n`);
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as { port: number }).port, server: server.unref() };
}

function account(name: string): { uid: number; gid: number } {
  const ask = (flag: string): number => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}

function filed(bytes: Buffer): FiledMail {
  const text = bytes.toString('latin1').replace(/\r?\n/g, '\r\n');
  const header = (name: string): string => new RegExp(`^${name}: <?([^>\r\n]*)>?\r$`, 'im').exec(text)?.[1] ?? '';
  return { raw: Buffer.from(text, 'latin1'), returnPath: header('Return-Path'), deliveredTo: header('Delivered-To') };
}
