import type { Role, Theme } from '../../../../client/protocol.js';
import { showChanges, showChat, showHands, showPoll, showQuestion, type ChatRow, type PollRow, type QuestionRow } from './shown.js';

const at = '2026-12-01T14:00:00.000Z';
const viewer = (role: Role, seatId?: string, theme: Theme = 'meeting') => ({ role, theme, ...(seatId !== undefined && { seatId }) });

describe('a line of chat', () => {
  const row: ChatRow = { id: 'm', number: 7, order: 3, seatId: 'bob', name: 'Bob', role: 'attendee', reaches: 'everyone', toSeatId: null, toName: null, words: 'Hello', at };

  it('tells who said what to whom, and not its place among the changes', () => {
    expect(showChat(row, viewer('attendee'))).toEqual({ id: 'm', order: 3, from: { seatId: 'bob', name: 'Bob', role: 'attendee' }, to: 'everyone', toPerson: null, text: 'Hello', at });
  });

  it('to one person names them, also once their name is forgotten, and is nobody else’s', () => {
    const direct: ChatRow = { ...row, reaches: 'direct', toSeatId: 'cleo', toName: 'Cleo' };
    expect(showChat(direct, viewer('attendee', 'cleo'))).toMatchObject({ to: 'direct', toPerson: { seatId: 'cleo', name: 'Cleo' } });
    expect(showChat({ ...direct, toName: null }, viewer('attendee', 'bob'))).toMatchObject({ toPerson: { seatId: 'cleo', name: '' } });
    expect([showChat(direct, viewer('host', 'hedy')), showChat(direct, viewer('host'))]).toEqual([null, null]);
  });

  it('that was taken back has no words', () => {
    expect(showChat({ ...row, words: null }, viewer('host'))?.text).toBeNull();
  });
});

describe('a question', () => {
  const row: QuestionRow = { id: 'q', order: 2, seatId: 'bob', name: 'Bob', anonymous: false, words: 'Why?', status: 'answered', answer: 'Because.', votes: 4, at };
  const nameSeen = (changes: Partial<QuestionRow>, ...by: Parameters<typeof viewer>): string | null => showQuestion({ ...row, ...changes }, viewer(...by)).name;

  it('tells what was asked, answered and voted', () => {
    expect(showQuestion(row, viewer('host'))).toEqual({ id: 'q', order: 2, text: 'Why?', name: 'Bob', votes: 4, status: 'answered', answer: 'Because.', at });
  });

  it('says to a seat whether it is its own, and whether it has voted, as far as that is known', () => {
    expect(showQuestion(row, viewer('attendee', 'bob'))).toMatchObject({ mine: true });
    expect(showQuestion(row, viewer('attendee', 'bob'))).not.toHaveProperty('voted');
    expect(showQuestion({ ...row, voted: false }, viewer('attendee', 'cleo'))).toMatchObject({ mine: false, voted: false });
    expect(showQuestion({ ...row, voted: true }, viewer('attendee'))).not.toHaveProperty('voted');
    expect(showQuestion(row, viewer('attendee'))).not.toHaveProperty('mine');
  });

  it('names who asks to all in a meeting, in a webinar to the team, and to nobody where it is anonymous', () => {
    expect((['host', 'speaker', 'attendee'] as const).map((role) => nameSeen({}, role))).toEqual(['Bob', 'Bob', 'Bob']);
    expect((['host', 'speaker', 'attendee'] as const).map((role) => nameSeen({}, role, undefined, 'webinar'))).toEqual(['Bob', 'Bob', null]);
    expect(nameSeen({}, 'attendee', 'bob', 'webinar')).toBeNull(); // their own, too: attendees know nobody by name there
    expect((['host', 'speaker', 'attendee'] as const).map((role) => nameSeen({ anonymous: true }, role))).toEqual([null, null, null]);
  });

  it('that was dismissed is gone for the audience, not for the team and who asked it', () => {
    const dismissed: Partial<QuestionRow> = { status: 'dismissed' };
    expect(showQuestion({ ...row, ...dismissed }, viewer('attendee', 'cleo'))).toEqual({ id: 'q', order: 2, text: '', name: null, votes: 0, status: 'dismissed', answer: null, at, mine: false });
    expect(showQuestion({ ...row, ...dismissed }, viewer('attendee'))).toEqual({ id: 'q', order: 2, text: '', name: null, votes: 0, status: 'dismissed', answer: null, at });
    for (const by of [viewer('host'), viewer('speaker', 'sue'), viewer('attendee', 'bob')]) expect(showQuestion({ ...row, ...dismissed }, by)).toMatchObject({ text: 'Why?', name: 'Bob', votes: 4 });
  });

  it('that was erased has no words', () => {
    expect(showQuestion({ ...row, words: null }, viewer('host')).text).toBe('');
  });
});

describe('a poll', () => {
  const row: PollRow = { id: 'p', number: 9, order: 1, question: 'Tea?', options: ['Yes', 'No'], multiple: false, status: 'open', shared: false, counts: [3, 1], ballots: 4 };

  it('tells hosts what came out of it, others once it is shared', () => {
    expect(showPoll(row, viewer('host'))).toEqual({ id: 'p', order: 1, question: 'Tea?', options: ['Yes', 'No'], multiple: false, status: 'open', shared: false, counts: [3, 1], ballots: 4 });
    for (const role of ['speaker', 'attendee'] as const) {
      expect(showPoll(row, viewer(role))).toMatchObject({ counts: null, ballots: null });
      expect(showPoll({ ...row, shared: true }, viewer(role))).toMatchObject({ counts: [3, 1], ballots: 4 });
    }
  });

  it('is the hosts’ own while it is a draft, or dropped', () => {
    for (const status of ['draft', 'dropped'] as const) {
      expect(showPoll({ ...row, status }, viewer('host'))).toMatchObject({ status });
      for (const role of ['speaker', 'attendee'] as const) expect(showPoll({ ...row, status }, viewer(role))).toBeNull();
    }
    expect(showPoll({ ...row, status: 'closed' }, viewer('attendee'))).toMatchObject({ status: 'closed' });
  });

  it('tells a seat its own ballot', () => {
    expect(showPoll({ ...row, yours: [1] }, viewer('attendee', 'bob'))).toMatchObject({ yours: [1] });
    expect(showPoll(row, viewer('attendee', 'bob'))).not.toHaveProperty('yours');
  });
});

describe('raised hands', () => {
  const hands = [{ seatId: 'bob', name: 'Bob', at, more: 'of the row' }, { seatId: 'cleo', name: 'Cleo', at }];
  const seen = (...by: Parameters<typeof viewer>): string[] => showHands(hands, viewer(...by)).map(({ name }) => name);

  it('are seen by all, in a webinar by the team, and by each who raised one', () => {
    expect([seen('attendee', 'eve'), seen('host', 'hedy', 'webinar'), seen('speaker', 'sue', 'webinar')]).toEqual([['Bob', 'Cleo'], ['Bob', 'Cleo'], ['Bob', 'Cleo']]);
    expect([seen('attendee', 'eve', 'webinar'), seen('attendee', 'cleo', 'webinar'), seen('attendee', undefined, 'webinar')]).toEqual([[], ['Cleo'], []]);
  });

  it('tell no more than whose they are, and since when', () => {
    expect(showHands(hands, viewer('host'))[0]).toEqual({ seatId: 'bob', name: 'Bob', at });
  });
});

describe('what has changed', () => {
  const chat: ChatRow = { id: 'm', number: 7, order: 3, seatId: 'bob', name: 'Bob', role: 'attendee', reaches: 'hosts', toSeatId: null, toName: null, words: 'Psst', at };
  const question: QuestionRow = { id: 'q', order: 2, seatId: 'bob', name: 'Bob', anonymous: false, words: 'Why?', status: 'open', answer: null, votes: 0, at };
  const poll: PollRow = { id: 'p', number: 9, order: 1, question: 'Tea?', options: ['Yes', 'No'], multiple: false, status: 'open', shared: false, counts: [0, 0], ballots: 0 };

  it('is told in lists, without those of which there is nothing', () => {
    const all = { chat: [chat], questions: [question], polls: [poll] };
    const ids = (shown: ReturnType<typeof showChanges>) => Object.entries(shown).map(([list, items]) => [list, (items as { id: string }[]).map(({ id }) => id)]);
    expect(ids(showChanges(all, viewer('host')))).toEqual([['chat', ['m']], ['questions', ['q']], ['polls', ['p']]]);
    expect(ids(showChanges(all, viewer('attendee', 'cleo')))).toEqual([['questions', ['q']], ['polls', ['p']]]);
    expect(showChanges({ chat: [], questions: [], polls: [{ ...poll, status: 'draft' }] }, viewer('attendee'))).toEqual({});
  });

  it('of a poll is news where it was changed since, or where a ballot is seen: in the counts, or as one’s own', () => {
    const news = (row: Partial<PollRow>, role: Role, since: number): boolean => 'polls' in showChanges({ chat: [], questions: [], polls: [{ ...poll, ...row }] }, viewer(role, 'bob'), since);
    expect([news({}, 'attendee', 8), news({}, 'attendee', 9), news({}, 'attendee', 10)]).toEqual([true, false, false]);
    expect([news({ shared: true }, 'attendee', 9), news({}, 'host', 9), news({}, 'speaker', 9), news({ yours: [0] }, 'attendee', 9)]).toEqual([true, true, false, true]);
  });
});
