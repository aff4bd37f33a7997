import { hashToken, newToken, type Sealer } from '../../platform/config/sealed.js';
import type { KeptLink } from '../model/registration.js';

export function freshLink(sealer: Sealer): KeptLink {
  const token = newToken();
  return { tokenHash: hashToken(token), sealedToken: sealer.seal(token) };
}
