import type { ChatTo, Place, Role, Theme } from '../../../../client/protocol.js';
import { mayReach, reaches, type Viewer } from './audience.js';

const ROLES: Role[] = ['host', 'speaker', 'attendee'];
const PLACES: Place[] = ['foyer', 'room'];

describe('whom somebody may reach', () => {
  it.each<[Theme, Role, ChatTo[]]>([
    ['meeting', 'host', ['everyone', 'team', 'direct']],
    ['meeting', 'speaker', ['everyone', 'team', 'direct']],
    ['meeting', 'attendee', ['everyone', 'hosts', 'direct']],
    ['workshop', 'host', ['everyone', 'team', 'direct']],
    ['workshop', 'attendee', ['everyone', 'hosts', 'direct']],
    ['webinar', 'host', ['everyone', 'team']],
    ['webinar', 'speaker', ['everyone', 'team']],
    ['webinar', 'attendee', ['team']],
  ])('in a %s as %s is %j, the usual first', (theme, role, reached) => {
    for (const place of PLACES) expect(mayReach({ theme, role, place })).toEqual(reached);
  });

  it('backstage is the team alone, whatever the theme', () => {
    for (const theme of ['meeting', 'workshop', 'webinar'] as const) for (const role of ROLES) expect(mayReach({ theme, role, place: 'backstage' })).toEqual(['team']);
  });
});

describe('what somebody said', () => {
  const readBy = (to: ChatTo, viewer: Partial<Viewer> = {}, toSeatId: string | null = null): Role[] =>
    ROLES.filter((role) => reaches({ reaches: to, seatId: 'its-writer', toSeatId }, { role, theme: 'meeting', ...viewer }));

  it.each<[ChatTo, Role[]]>([
    ['everyone', ['host', 'speaker', 'attendee']],
    ['team', ['host', 'speaker']],
    ['hosts', ['host']],
    ['direct', []],
  ])('to %s is read by %j', (to, readers) => {
    expect([readBy(to), readBy(to, { seatId: 'another' }), readBy(to, { seatId: 'another' }, 'a-third')]).toEqual([readers, readers, readers]);
  });

  it('is read by its writer and by whom it was written to, whatever they are', () => {
    for (const to of ['team', 'hosts', 'direct'] as const) {
      expect(readBy(to, { seatId: 'its-writer' })).toEqual(ROLES);
      expect(readBy(to, { seatId: 'its-reader' }, 'its-reader')).toEqual(ROLES);
    }
  });
});
