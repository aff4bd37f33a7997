import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { NotFound } from '../platform/model/refusal.js';
import { AccountsLibrary } from './accounts-library.js';
import { IdentityDatabase } from './identity-database.js';
import type { Principal } from './principal.js';

/** A browser in which somebody is signed in. */
export interface Device {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The one that asks. */
  readonly current: boolean;
}

/** The browsers in which an account is signed in. */
@Injectable()
export class SignedInDevices {
  constructor(private readonly library: AccountsLibrary, private readonly database: IdentityDatabase) {}

  /** Where the asker is signed in, the newest first. */
  async of(by: Principal, headers: IncomingHttpHeaders): Promise<Device[]> {
    const current = await this.library.sessionOf(headers);
    const rows = await this.database.reading(() =>
      this.database.rows<Omit<Device, 'current'>>(
        `select id::text, coalesce("userAgent", '') as "userAgent", "createdAt", "expiresAt" from session where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc, id`, [by.userId]),
    );
    return rows.map((row) => ({ ...row, current: row.id === current }));
  }

  async signOut(by: Principal, id: string): Promise<void> {
    const gone = await this.database.row(`delete from session where id::text = $1 and "userId" = $2 returning id`, [id, by.userId]);
    if (!gone) throw new NotFound('device');
  }
}
