import { Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DirectDatabase } from '../database/direct-database.js';

/** What a guard has written down about who asks, as far as the log needs it. */
interface Asked {
  principal?: { readonly userId: string; readonly workspaceId: string; readonly via: string };
}

/**
 * Who did what to which thing, and when: every change that an organizer had made, by cookie or key, before they are
 * told that it is done. By operation and ids, never by what was sent: no address, name or text can get in.
 */
@Injectable()
export class Audit {
  private readonly log = new Logger('Audit');

  constructor(private readonly database: DirectDatabase) {}

  async write(request: FastifyRequest, { statusCode }: FastifyReply): Promise<void> {
    const { principal } = request as Asked;
    if (!principal || statusCode >= 400 || ['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
    const { userId, workspaceId, via } = principal;
    await this.database
      .query({
        name: 'write-audit',
        text: 'insert into platform.audit (workspace_id, user_id, via, what, which, status) values ($1, $2, $3, $4, $5, $6)',
        values: [workspaceId, userId, via, `${request.method} ${request.routeOptions.url ?? '?'}`, JSON.stringify(request.params ?? {}), statusCode],
      })
      // It was done, and cannot be undone by the log's failing: that is told where operators look.
      .catch((error: Error) => this.log.error(`Not written down: ${request.method} ${request.routeOptions.url ?? '?'} by ${userId}: ${error.message}`));
  }
}
