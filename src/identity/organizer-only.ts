import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { Configuration } from '../platform/config/configuration.js';
import { KeptAnswers } from '../platform/http/kept-answers.js';
import { Forbidden, Refusal } from '../platform/model/refusal.js';
import { Organizers, type Asked } from './principal.js';

/**
 * Where a request comes from, as the browser says: its own page, another one, or unsaid (a program).
 * `Sec-Fetch-Site` decides where it is sent; plain HTTP and old browsers have `Origin` alone.
 */
export function originOf(headers: IncomingHttpHeaders, publicUrl: string): 'same' | 'other' | 'unsaid' {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'same' : 'other';
  if (headers.origin !== undefined) return headers.origin === new URL(publicUrl).origin ? 'same' : 'other';
  return 'unsaid';
}

const CROSS_SITE = 'This can only be done from a page of this site.';
const changesNothing = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/** Lets organizers in, by cookie or key. A cookie travels by itself, so with one a change must come from our own pages. */
@Injectable()
export class OrganizerOnly implements CanActivate {
  constructor(
    private readonly organizers: Organizers,
    private readonly configuration: Configuration,
    private readonly kept: KeptAnswers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & Asked>();
    const principal = await this.organizers.principalOf(request.headers);
    if (!principal) throw new Refusal('signed-out', 'Sign in first.', 401);
    if (principal.via === 'cookie' && !changesNothing(request.method) && originOf(request.headers, this.configuration.publicUrl) !== 'same') {
      throw new Forbidden('cross-site', CROSS_SITE);
    }
    if (principal.scope === 'read' && !changesNothing(request.method)) throw new Forbidden('read-only-key', 'This key may only look. Make one that may write.');
    await this.kept.claim(request, `${principal.workspaceId}\n${principal.userId}`);
    request.principal = principal;
    return true;
  }
}

/** For what gives or takes a cookie before anyone is known: refuses other sites' pages, admits programs. */
@Injectable()
export class NotFromOtherSites implements CanActivate {
  constructor(private readonly configuration: Configuration) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!changesNothing(request.method) && originOf(request.headers, this.configuration.publicUrl) === 'other') {
      throw new Forbidden('cross-site', CROSS_SITE);
    }
    return true;
  }
}
