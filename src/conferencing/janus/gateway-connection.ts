import janus, { type Json, type Session } from 'janus-gateway-js';
import Transaction from 'janus-gateway-js/src/transaction.js';
import { CUT, Wire } from './wire.js';

export const VIDEO_ROOM = 'janus.plugin.videoroom';

/** One connection to Janus's API, over the hardened wire. It serves until it closes, once. */
export class GatewayConnection extends janus.Connection {
  declare protected _websocketConnection: Wire;

  constructor(address: string, apiSecret: string, limitMs?: number) {
    // No keepalive of the library's: its timer throws into nowhere when the socket is gone.
    super('foyer', address, apiSecret ? { apisecret: apiSecret } : {});
    if (limitMs) this.wire.limitMs = limitMs;
    this.setMaxListeners(0);
    // What answers to nothing (a late answer, an event of a handle just detached) ends here.
    this.on('error', () => {});
  }

  get wire(): Wire {
    return this._websocketConnection;
  }

  override async open(): Promise<this> {
    await this.wire.open(this.getAddress(), 'janus-protocol');
    return this;
  }

  override close(): Promise<void> {
    return this.wire.close();
  }

  /** A new session at Janus. */
  async begin(): Promise<Session> {
    return quiet(await this.createSession());
  }

  /** Takes over a session that an earlier connection left behind, with the handles it had. */
  async claim(sessionId: number, handleIds: readonly number[]): Promise<Session> {
    const session = quiet(janus.Session.create(this, sessionId));
    this.addSession(session);
    for (const id of handleIds) session.addPlugin(new VideoRoomPlugin(session, VIDEO_ROOM, id));
    const transaction = new Transaction(Transaction.generateRandomId(), (answer) => {
      if (answer.get('janus') !== 'success') throw new janus.Error(answer);
    });
    session.addTransaction(transaction);
    await Promise.all([transaction.promise, session.send({ janus: 'claim', transaction: transaction.id })]);
    return session;
  }

  protected override _installWebsocketListeners(): void {
    // Called by the library's constructor, which would otherwise have made a socket of its own kind.
    this._websocketConnection = new Wire();
    super._installWebsocketListeners();
  }
}

/**
 * The library's handle, hardened: its pending requests fail when it ends (the library leaves them for
 * 30 s), and it does not stay among its session's listeners for ever.
 */
export class VideoRoomPlugin extends janus.Plugin {
  private readonly forget: () => void;

  constructor(session: Session, name: string, id: number) {
    super(session, name, id);
    const listener = session.listeners('destroy').at(-1);
    this.forget = () => void (listener && session.off('destroy', listener));
    this.on('error', () => {});
  }

  protected override _detach(): Promise<void> {
    this.forget();
    const pending = this.getTransactions();
    const ended = gone();
    for (const transaction of Object.values(pending.list)) {
      pending.remove(transaction.id);
      transaction.execute(ended).catch(() => {});
    }
    return super._detach();
  }
}

janus.Plugin.register(VIDEO_ROOM, VideoRoomPlugin);

function quiet(session: Session): Session {
  session.setMaxListeners(0); // each handle listens for its session's end
  session.on('error', () => {});
  return session;
}

function gone() {
  const message: Json = { janus: 'error', error: { code: CUT, reason: 'the handle ended' } };
  return {
    get: (...path: string[]) => path.reduce<unknown>((value, key) => (value as Json | undefined)?.[key], message) ?? null,
    getPlainMessage: () => message,
    getError: () => message['error'] as { code: number; reason: string },
    getPluginData: () => null,
  };
}
