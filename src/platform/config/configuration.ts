import { cpus } from 'node:os';
import { isAbsolute } from 'node:path';

/**
 * Everything that whoever runs Foyer may set, read once from the environment. The only file that
 * looks at `process.env`.
 */
export class Configuration {
  readonly port: number;
  /** Where to listen: loopback, unless the operator puts a proxy on another machine. */
  readonly host: string;
  /** The origin that people's browsers see, without a slash at its end. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** `ws://` address of Janus's API; empty where there is no media gateway. */
  readonly janusUrl: string;
  readonly janusApiSecret: string;
  readonly janusAdminKey: string;
  /** STUN and TURN servers told to browsers, as JSON of RTCIceServer[]. */
  readonly iceServers: readonly object[];
  /** Seals join links and signs cookies; losing it makes every mailed link dead for updates. */
  readonly secret: string;
  /** From: of every mail, and ORGANIZER of every invite. */
  readonly mailFrom: string;
  /** Who may make an account: `open`, `first` (only while there is none) or `closed`. */
  readonly signUp: 'open' | 'first' | 'closed';
  /** Proxies whose X-Forwarded-For is believed: addresses or CIDR, comma-separated. */
  readonly trustedProxies: readonly string[];
  /** Multiplies every rate limit; benchmarks raise it, and say so. */
  readonly rateLimitFactor: number;
  /** How long after a session its registrants are remembered. */
  readonly retentionDays: number;
  /** How long a room goes on with no host in it before it ends by itself. */
  readonly hostAbsenceMinutes: number;
  /** How many people, for each instance, may hold a media connection already while they wait. */
  readonly warmDoors: number;
  /** UPDATE_HOLD_SECONDS: how long an organizer may think again before people are told of a new time. */
  readonly updateHoldSeconds: number;
  /** SMTP_INBOUND_PORT: where mails that came back are handed in; 0 where they are not. */
  readonly smtpInboundPort: number;
  /** SMTP_INBOUND_HOST: loopback, unless other machines' mail servers deliver straight to us. */
  readonly smtpInboundHost: string;
  /** DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE: who signs our mails, and with what; null where another server does it. */
  readonly dkim: { domain: string; selector: string; keyFile: string } | null;
  /** DNS_SERVERS: asked when a sender's SPF, DKIM and DMARC are checked, comma-separated; empty: not checked. */
  readonly dnsServers: readonly string[];
  /** METRICS_TOKEN: what Prometheus shows at /metrics; empty: there is no such page. */
  readonly metricsToken: string;
  /** RECORDINGS_DIR: where recordings lie, under the same path for Janus; empty: nothing can be recorded. */
  readonly recordingsDir: string;
  readonly cores = cpus().length;

  constructor(env: Readonly<Record<string, string | undefined>> = process.env) {
    const need = (name: string): string => {
      const value = env[name];
      if (!value) throw new Error(`${name} is not set. README.md, "Configuration", says what belongs there.`);
      return value;
    };
    this.port = Number(env['PORT'] ?? 3000);
    this.host = env['HOST'] ?? '127.0.0.1';
    this.publicUrl = (env['PUBLIC_URL'] ?? `http://localhost:${this.port}`).replace(/\/+$/, '');
    this.databaseUrl = need('DATABASE_URL');
    this.smtpUrl = need('SMTP_URL');
    this.janusUrl = env['JANUS_URL'] ?? '';
    this.janusApiSecret = env['JANUS_API_SECRET'] ?? '';
    this.janusAdminKey = env['JANUS_ADMIN_KEY'] ?? '';
    this.iceServers = JSON.parse(env['ICE_SERVERS'] ?? '[]') as object[];
    this.secret = need('FOYER_SECRET');
    if (this.secret.length < 32) throw new Error('FOYER_SECRET needs at least 32 characters.');
    this.mailFrom = env['MAIL_FROM'] ?? `invites@${new URL(this.publicUrl).hostname}`;
    this.signUp = (env['SIGN_UP'] as 'open' | 'first' | 'closed' | undefined) ?? 'first';
    this.trustedProxies = (env['TRUSTED_PROXIES'] ?? '').split(',').map((one) => one.trim()).filter(Boolean);
    this.rateLimitFactor = Number(env['RATE_LIMIT_FACTOR'] ?? 1);
    this.retentionDays = Number(env['RETENTION_DAYS'] ?? 90);
    if (!Number.isInteger(this.retentionDays) || this.retentionDays < 0) throw new Error('RETENTION_DAYS is a whole number of days.');
    this.warmDoors = Number(env['WARM_DOORS'] ?? 300);
    this.hostAbsenceMinutes = Number(env['HOST_ABSENCE_MINUTES'] ?? 15);
    if (!(this.hostAbsenceMinutes > 0)) throw new Error('HOST_ABSENCE_MINUTES is a number of minutes.');
    this.updateHoldSeconds = Number(env['UPDATE_HOLD_SECONDS'] ?? 120);
    this.smtpInboundPort = Number(env['SMTP_INBOUND_PORT'] ?? 0);
    this.smtpInboundHost = env['SMTP_INBOUND_HOST'] ?? '127.0.0.1';
    this.dkim = env['DKIM_KEY_FILE'] ? { domain: env['DKIM_DOMAIN'] ?? this.mailDomain, selector: env['DKIM_SELECTOR'] ?? 'foyer', keyFile: env['DKIM_KEY_FILE'] } : null;
    this.recordingsDir = env['RECORDINGS_DIR'] ?? '';
    if (this.recordingsDir && !isAbsolute(this.recordingsDir)) throw new Error('RECORDINGS_DIR is a whole path, from the root on: Janus has to find it, too.');
    this.metricsToken = env['METRICS_TOKEN'] ?? '';
    if (this.metricsToken && this.metricsToken.length < 16) throw new Error('METRICS_TOKEN needs at least 16 characters.');
    this.dnsServers = (env['DNS_SERVERS'] ?? '').split(',').map((one) => one.trim()).filter(Boolean);
  }

  /** Cookies are `Secure` and carry the `__Host-` prefix wherever the page comes over HTTPS. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  /** The right-hand side of Message-IDs and calendar UIDs. */
  get mailDomain(): string {
    return this.mailFrom.slice(this.mailFrom.lastIndexOf('@') + 1);
  }
}
