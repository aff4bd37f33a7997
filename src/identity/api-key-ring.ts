import { defaultKeyHasher } from '@better-auth/api-key';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../platform/model/refusal.js';
import { AccountsLibrary } from './accounts-library.js';
import { IdentityDatabase } from './identity-database.js';
import type { KeyScope, Principal } from './principal.js';
import { KEY_SCOPE, SEAT_OF_KEY, principalIn, type Seat } from './seat.js';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scope: KeyScope;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** The keys with which programs speak for their makers. */
@Injectable()
export class ApiKeyRing {
  constructor(private readonly library: AccountsLibrary, private readonly database: IdentityDatabase) {}

  /** A key speaks for its maker in one workspace, as long as they belong to it. Shown once, stored as a hash. */
  async make(by: Principal, { name, scope, days }: { name: string; scope: KeyScope; days: number | null }): Promise<{ id: string; name: string; key: string }> {
    const { id, key } = await this.library.ask(() =>
      this.library.api.createApiKey({
        body: { name, userId: by.userId, metadata: { workspaceId: by.workspaceId, scope }, ...(days !== null && { expiresIn: days * 24 * 3_600 }) },
      }),
    );
    return { id, name, key };
  }

  async of(by: Principal): Promise<ApiKey[]> {
    return this.database.reading(() =>
      this.database.rows<ApiKey>(
        `select id, name, ${KEY_SCOPE} as scope, "createdAt", "expiresAt" from apikey k where "referenceId" = $1 order by "createdAt", id`, [by.userId]),
    );
  }

  async revoke(by: Principal, id: string): Promise<void> {
    const gone = await this.database.row(`delete from apikey where id::text = $1 and "referenceId" = $2 returning id`, [id, by.userId]);
    if (!gone) throw new NotFound('api-key');
  }

  /**
   * Not through the library's own check, which writes a row at each use, and calls the key a wrong one
   * when in truth the database does not answer.
   */
  async principalOf(key: string): Promise<Principal | null> {
    const hash = await defaultKeyHasher(key);
    const seat = await this.database.reading(() => this.database.row<Seat>(SEAT_OF_KEY, [hash]));
    return seat && principalIn(seat, 'api-key');
  }
}
