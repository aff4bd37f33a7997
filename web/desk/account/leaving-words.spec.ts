import { whatBecomes } from './leaving-words.ts';
import type { LeftBehind } from './own.ts';

const left = (changes: Partial<LeftBehind>): LeftBehind => ({ workspaceId: 'w', name: 'Pottery', fate: 'closes', successor: null, cancelled: 0, ended: 0, handedOver: 0, ...changes });

describe('what becomes of a workspace without the account', () => {
  it.each<[Partial<LeftBehind>, string]>([
    [{}, '“Pottery” closes: nobody else belongs to it. Nothing is planned there.'],
    [{ cancelled: 2, ended: 1 }, '“Pottery” closes: nobody else belongs to it. 2 planned sessions are cancelled, and whoever registered is told; one live session ends for all.'],
    [{ fate: 'stays', successor: 'Bo', handedOver: 1 }, 'You leave “Pottery”. Bo becomes the host of one planned session.'],
    [{ fate: 'stays', successor: 'Bo' }, 'You leave “Pottery”. No session there is yours.'],
    [{ fate: 'needs-owner' }, '“Pottery” has other members, and no other owner. Make one of them an owner first.'],
  ])('is told before: %o', (changes, words) => {
    expect(whatBecomes(left(changes))).toBe(words);
  });
});
