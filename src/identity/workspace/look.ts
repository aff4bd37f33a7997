import { Injectable } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AccentOfWorkspace } from '../events.js';
import { IdentityDatabase } from '../identity-database.js';
import type { Principal } from '../principal.js';
import { ownersOnly } from './members.js';

/** Every page and every mail asks: so long another instance may still show the former colour. */
const KNOWN_FOR_MS = 5_000;
const KNOWN_AT_MOST = 1_000;

/** The one colour that a workspace has chosen; what follows from it stands in `client/look.ts`. */
@Injectable()
export class WorkspaceLook {
  private readonly known = new Map<string, { accent: Promise<string | null>; until: number }>();

  constructor(private readonly database: IdentityDatabase) {}

  of(workspaceId: string): Promise<string | null> {
    const known = this.known.get(workspaceId);
    if (known && performance.now() < known.until) return known.accent;
    if (this.known.size >= KNOWN_AT_MOST) this.known.clear();
    const accent = this.read(workspaceId);
    this.known.set(workspaceId, { accent, until: performance.now() + KNOWN_FOR_MS });
    // Who asks next asks the database, not a failure.
    accent.catch(() => this.known.delete(workspaceId));
    return accent;
  }

  /** @param accent `#rrggbb`; null for the house's own colours */
  async choose(by: Principal, accent: string | null): Promise<void> {
    ownersOnly(by);
    if (accent === null) await this.database.rows('delete from workspace_look where workspace_id = $1', [by.workspaceId]);
    else await this.database.rows('insert into workspace_look (workspace_id, accent) values ($1, $2) on conflict (workspace_id) do update set accent = excluded.accent', [by.workspaceId, accent]);
    this.known.delete(by.workspaceId);
  }

  private async read(workspaceId: string): Promise<string | null> {
    const row = await this.database.reading(() => this.database.row<{ accent: string }>('select accent from workspace_look where workspace_id = $1', [workspaceId]));
    return row?.accent ?? null;
  }
}

@QueryHandler(AccentOfWorkspace)
export class AccentOfWorkspaceHandler implements IQueryHandler<AccentOfWorkspace> {
  constructor(private readonly look: WorkspaceLook) {}

  execute({ workspaceId }: AccentOfWorkspace): Promise<string | null> {
    return this.look.of(workspaceId);
  }
}
