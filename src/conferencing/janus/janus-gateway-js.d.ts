/** The part of `janus-gateway-js` 2.0.2 that we stand on; the package has no types of its own. */
declare module 'janus-gateway-js' {
  type Json = Record<string, unknown>;

  /** EventEmitter2 2.x, as the package sets it up (`error` without a listener throws). */
  class Emitter {
    on(event: string, listener: (...args: never[]) => void): this;
    once(event: string, listener: (...args: never[]) => void): this;
    off(event: string, listener: (...args: never[]) => void): this;
    emit(event: string, ...args: unknown[]): boolean;
    listeners(event: string): ((...args: never[]) => void)[];
    setMaxListeners(count: number): void;
  }

  interface JanusMessage {
    get(...path: string[]): unknown;
    getPlainMessage(): Json;
    getError(): { code?: number; reason?: string } | null;
  }

  interface JanusPluginMessage extends JanusMessage {
    getPluginData(...path: string[]): unknown;
  }

  interface Transaction {
    readonly id: string;
    readonly promise: Promise<unknown>;
    execute(message: JanusMessage): Promise<unknown>;
  }

  interface Transactions {
    readonly list: Record<string, Transaction>;
    remove(id: string): void;
  }

  class WebsocketConnection extends Emitter {
    protected _webSocket?: unknown;
    open(address: string, protocol: string): Promise<this>;
    close(): Promise<void>;
    isOpened(): boolean;
    isClosed(): boolean;
    send(message: Json): Promise<void>;
    onMessage(message: Json): void;
  }

  class Connection extends Emitter {
    protected _websocketConnection: WebsocketConnection;
    constructor(id: string, address: string, options?: { apisecret?: string; token?: string; keepalive?: boolean | number });
    protected _installWebsocketListeners(): void;
    open(): Promise<this>;
    close(): Promise<void>;
    getAddress(): string;
    isClosed(): boolean;
    createSession(): Promise<Session>;
    addSession(session: Session): void;
  }

  class Session extends Emitter {
    static create(connection: Connection, id: number): Session;
    getId(): number;
    send(message: Json): Promise<unknown>;
    attachPlugin(name: string): Promise<Plugin>;
    destroy(): Promise<unknown>;
    addPlugin(plugin: Plugin): void;
    getPluginList(): Plugin[];
    addTransaction(transaction: Transaction): void;
  }

  class Plugin extends Emitter {
    static register(name: string, plugin: new (session: Session, name: string, id: number) => Plugin): void;
    constructor(session: Session, name: string, id: number);
    getId(): number;
    getName(): string;
    getTransactions(): Transactions;
    send(message: Json): Promise<unknown>;
    sendWithTransaction(message: Json): Promise<JanusPluginMessage>;
    cleanup(): Promise<void>;
    protected _detach(): Promise<void>;
  }

  class JanusError extends Error {
    readonly code: number;
    constructor(message: JanusMessage);
  }

  const janus: {
    Error: typeof JanusError;
    WebsocketConnection: typeof WebsocketConnection;
    Connection: typeof Connection;
    Session: typeof Session;
    Plugin: typeof Plugin;
  };
  export default janus;
  export type { Connection, JanusError, JanusMessage, JanusPluginMessage, Json, Plugin, Session, Transaction, WebsocketConnection };
}

declare module 'janus-gateway-js/src/transaction.js' {
  import type { JanusMessage, Transaction } from 'janus-gateway-js';
  const Transaction: {
    new (id: string, callback: (message: JanusMessage) => unknown): Transaction;
    generateRandomId(): string;
  };
  export default Transaction;
}
