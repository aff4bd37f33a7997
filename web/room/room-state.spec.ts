import type { Kind, Person, ServerMessage } from '../../client/protocol.ts';
import { after, type RoomState } from './room-state.ts';

const when = { wallTime: '2026-12-01T15:00', timeZone: 'Europe/Berlin', startsAt: '2026-12-01T14:00:00Z', endsAt: '2026-12-01T15:00:00Z', durationMinutes: 60 };
const person = (seatId: string, more: Partial<Person> = {}): Person => ({ seatId, name: seatId, role: 'attendee', onStage: true, microphone: true, camera: true, ...more });

function stateMessage(place: 'foyer' | 'backstage' | 'room', people: Person[] = []): ServerMessage {
  return {
    type: 'state', doors: 4, roster: 10, people, waiting: null, media: true,
    session: { id: 's', slug: 'talk-abc123', title: 'Talk', theme: 'meeting', status: place === 'room' ? 'live' : 'scheduled', startedAt: null, endedAt: null, when, hostMissing: false },
    you: { seatId: 'me', role: 'attendee', name: 'Me', place, onStage: true, steward: false, silenced: [], invited: false, decided: 0 },
  moderation: { number: 1, locked: false, held: [] },
  };
}
const known = (place: 'foyer' | 'backstage' | 'room', people: Person[] = []): RoomState => after(null, stateMessage(place, people)).state!;
const beat = (doors: number, roster: number): ServerMessage => ({ type: 'beat', doors, roster });
const opened = (doors: number): ServerMessage => ({ type: 'opened', doors, roster: 12, startedAt: '2026-12-01T14:00:03Z', people: [person('me'), person('ada')] });

describe('what the page knows of a room', () => {
  it('is what the server says when it says everything', () => {
    expect(known('foyer')).toMatchObject({ doors: 4, roster: 10, you: { place: 'foyer' } });
  });

  it('puts who waits into the room when the doors open', () => {
    const step = after(known('foyer'), opened(5));
    expect(step).toMatchObject({ missed: false, state: { you: { place: 'room' }, session: { status: 'live' }, people: [{ seatId: 'me' }, { seatId: 'ada' }] } });
  });

  it('opens the doors even where an earlier push was lost, and asks what that was', () => {
    expect(after(known('foyer'), opened(7))).toMatchObject({ missed: true, state: { you: { place: 'room' } } });
  });

  it('does not go back when an old push arrives late', () => {
    const inside = known('room', [person('me')]);
    expect(after(inside, opened(4))).toEqual({ state: inside, missed: false });
    expect(after(inside, { type: 'gone', roster: 10, seatId: 'me' })).toEqual({ state: inside, missed: false });
  });

  it('notices by the heartbeat that the doors opened without it', () => {
    expect(after(known('foyer'), beat(4, 10)).missed).toBe(false);
    expect(after(known('foyer'), beat(5, 10)).missed).toBe(true);
  });

  it('does not mind in the foyer that people come and go backstage', () => {
    expect(after(known('foyer'), beat(4, 30)).missed).toBe(false);
    expect(after(known('backstage'), beat(4, 11)).missed).toBe(true);
  });

  it('asks again when somebody came or went unseen', () => {
    expect(after(known('room'), { type: 'person', roster: 11, person: person('ada') }).missed).toBe(false);
    expect(after(known('room'), { type: 'person', roster: 12, person: person('ada') }).missed).toBe(true);
  });

  it('keeps everyone in their place when one of them changes', () => {
    const room = known('room', [person('ada'), person('ben'), person('cho')]);
    const { state } = after(room, { type: 'person', roster: 11, person: person('ben', { microphone: false }) });
    expect(state!.people.map((one) => [one.seatId, one.microphone])).toEqual([['ada', true], ['ben', false], ['cho', true]]);
  });

  it('takes what is said of its own seat for itself', () => {
    const { state } = after(known('room', [person('me')]), { type: 'person', roster: 11, person: person('me', { onStage: false }) });
    expect(state!.you.onStage).toBe(false);
  });

  it('is over when it is closed, wherever one was', () => {
    for (const place of ['foyer', 'backstage', 'room'] as const) {
      const step = after(known(place, [person('ada')]), { type: 'closed', doors: 5, status: 'ended', endedAt: '2026-12-01T15:00:00Z' });
      expect(step.state).toMatchObject({ people: [], you: { place: 'closed' }, session: { status: 'ended' } });
    }
  });

  it('shows a new time to those who wait, and that a host is missed', () => {
    const { state } = after(known('foyer'), { type: 'moved', doors: 5, title: 'Talk, later', theme: 'meeting', when: { ...when, startsAt: '2026-12-01T16:00:00Z' }, hostMissing: true });
    expect(state!.session).toMatchObject({ title: 'Talk, later', when: { startsAt: '2026-12-01T16:00:00Z' }, hostMissing: true });
  });

  it('counts down while the server says so, and no longer once the doors are open or somebody moved it', () => {
    const moved = { type: 'moved', doors: 5, title: 'Talk', theme: 'meeting', when, hostMissing: false } as const;
    const counting = after(known('foyer'), { ...moved, opensIn: 2_900 }).state!;
    expect(counting.session.opensIn).toBe(2_900);
    expect(after(counting, opened(6)).state!.session).not.toHaveProperty('opensIn');
    expect(after(counting, { ...moved, doors: 6 }).state!.session).not.toHaveProperty('opensIn');
  });

  it('asks for the whole where the theme has changed: who may be on stage goes with it', () => {
    const before = known('foyer');
    const { missed } = after(before, { type: 'moved', doors: before!.doors + 1, title: 'Talk', theme: before!.session.theme === 'webinar' ? 'meeting' : 'webinar', when, hostMissing: false });
    expect(missed).toBe(true);
  });

  it('waits for the whole before it believes a part', () => {
    expect(after(null, opened(5))).toEqual({ state: null, missed: false });
  });

  it('takes what a host decided as it comes, and asks where a heartbeat is further', () => {
    const { state } = after(known('room'), { type: 'moderation', number: 3, locked: true, held: ['audio'] });
    expect(state!.moderation).toEqual({ number: 3, locked: true, held: ['audio'] });
    expect(after(state, { type: 'moderation', number: 2, locked: false, held: [] }).state).toBe(state);
    const beat = { type: 'beat', doors: state!.doors, roster: state!.roster } as const;
    expect([3, 4].map((moderation) => after(state, { ...beat, moderation }).missed)).toEqual([false, true]);
    expect(after(state, { type: 'you', you: { ...state!.you, silenced: ['audio'] } })).toMatchObject({ missed: false, state: { you: { silenced: ['audio'] } } });
    expect(after(state, { type: 'you', you: { ...state!.you, place: 'door' } }).missed).toBe(true);
  });

  it('knows what is silenced by the last decision, also where an older one comes after it', () => {
    const told = (decided: number, silenced: Kind[]) => ({ type: 'you', you: { ...known('room').you, decided, silenced } }) as const;
    const silenced = after(known('room'), told(3, ['video'])).state;
    const free = after(silenced, told(4, [])).state;
    expect(free!.you.silenced).toEqual([]);
    expect(after(free, told(3, ['video']))).toEqual({ state: free, missed: false });
    const person = after(free, { type: 'person', roster: 11, person: { ...free!.people[0]!, seatId: 'me', silenced: ['video'] } }).state;
    expect(person!.you.silenced).toEqual([]);
  });
});
