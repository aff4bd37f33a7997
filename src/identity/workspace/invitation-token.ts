import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * What stands in the link of an invitation: its id, sealed. So the id alone, which a workspace's owners see,
 * lets nobody in, and nothing that opens a door is stored.
 */
export class InvitationSeal {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, 'foyer', 'workspace-invitations', 32));
  }

  tokenOf(invitationId: string): string {
    return `${invitationId}.${this.sealOf(invitationId)}`;
  }

  /** The invitation that a token speaks of; null where it was not made here. */
  idIn(token: string): string | null {
    const [id, seal] = token.split('.');
    if (!id || !seal) return null;
    const [shown, right] = [Buffer.from(seal), Buffer.from(this.sealOf(id))];
    return shown.length === right.length && timingSafeEqual(shown, right) ? id : null;
  }

  private sealOf(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }
}
