import type { ChatMessage, Poll, Question, ServerMessage } from '../../../client/protocol.ts';
import { heard, refusedTo, saying, thrownAway, UNHEARD, unseen, voted, chose, pollsInOrder, pollThatWaits, questionsByStatus, type TalkState } from './talk-state.ts';

type Told = Partial<Extract<ServerMessage, { type: 'talk' }>>;

const said = (order: number, more: Partial<ChatMessage> = {}): ChatMessage => ({ id: `m${order}`, order, from: { seatId: 'ada', name: 'Ada', role: 'attendee' }, to: 'everyone', toPerson: null, text: `said ${order}`, at: '2026-12-01T14:00:00Z', ...more });
const asked = (order: number, more: Partial<Question> = {}): Question => ({ id: `q${order}`, order, text: `asked ${order}`, name: 'Ada', votes: 0, status: 'open', answer: null, at: '2026-12-01T14:00:00Z', ...more });
const poll = (order: number, more: Partial<Poll> = {}): Poll => ({ id: `p${order}`, order, question: 'Tea?', options: ['Yes', 'No'], multiple: false, status: 'open', shared: false, counts: null, ballots: null, ...more });
const push = (after: number, talk: number, news: Told = {}): ServerMessage => ({ type: 'talk', after, talk, ...news });
const whole = (talk: number, news: Told = {}): ServerMessage => ({ type: 'talk', after: 0, talk, whole: true, to: ['everyone', 'direct'], anonymousQuestions: false, chat: [], more: false, hands: [], questions: [], polls: [], ...news });
const after = (...messages: ServerMessage[]): TalkState => messages.reduce((state, message) => heard(state, message).state, UNHEARD);

describe('what the page knows of a conversation', () => {
  it('is what the server says when it says everything', () => {
    expect(after(whole(5, { chat: [said(1), said(2)], more: true, questions: [asked(3)] }))).toMatchObject({ known: 5, ready: true, to: ['everyone', 'direct'], chat: [{ id: 'm1' }, { id: 'm2' }], more: true, questions: [{ id: 'q3' }] });
  });

  it('forgets what the whole does not hold, but not what is still being said', () => {
    const before = saying(after(whole(5, { chat: [said(1)], polls: [poll(2)] })), { id: 'mine', to: 'everyone', toPerson: null, text: 'Hello' });
    expect(heard(before, whole(9, { chat: [said(7)] })).state).toMatchObject({ known: 9, chat: [{ id: 'm7' }], polls: [], unsent: [{ id: 'mine' }] });
  });

  it('grows by what is pushed, each in its place', () => {
    const { state, missed } = heard(after(whole(5, { chat: [said(1), said(4)] })), push(5, 6, { chat: [said(3), said(5)] }));
    expect([missed, state.known, state.chat.map(({ order }) => order)]).toEqual([false, 6, [1, 3, 4, 5]]);
  });

  it('applies nothing of a push that comes after one which was lost, and asks', () => {
    const before = after(whole(5));
    expect(heard(before, push(7, 8, { chat: [said(8)] }))).toEqual({ state: before, missed: true });
  });

  it('does not go back when an old push arrives late', () => {
    const before = after(whole(5, { questions: [asked(1, { votes: 3 })] }));
    expect(heard(before, push(3, 4, { questions: [asked(1, { votes: 2 })] }))).toEqual({ state: before, missed: false });
  });

  it('hears of a hand that went with who left, though nothing was counted', () => {
    const before = after(whole(5, { hands: [{ seatId: 'ada', name: 'Ada', at: '' }] }));
    expect(heard(before, push(5, 5, { hands: [] })).state.hands).toEqual([]);
  });

  it('notices by the heartbeat that it missed something', () => {
    const before = after(whole(5));
    expect([undefined, 5, 6].map((talk) => heard(before, { type: 'beat', doors: 1, roster: 1, talk }).missed)).toEqual([false, false, true]);
  });

  it('takes what it missed as it comes, without losing the rest', () => {
    const { state } = heard(after(whole(5, { chat: [said(1)], more: true, hands: [{ seatId: 'ada', name: 'Ada', at: '' }] })), push(5, 9, { to: ['team'], chat: [said(8)] }));
    expect(state).toMatchObject({ known: 9, to: ['team'], more: true, hands: [{ seatId: 'ada' }], chat: [{ id: 'm1' }, { id: 'm8' }] });
  });

  it('keeps what only this seat was told, where a push to everyone leaves it out', () => {
    const before = after(whole(5, { questions: [asked(1, { mine: true, voted: true })], polls: [poll(2, { yours: [1] })] }));
    const { state } = heard(before, push(5, 6, { questions: [asked(1, { votes: 4 })], polls: [poll(2, { status: 'closed' })] }));
    expect(state).toMatchObject({ questions: [{ votes: 4, mine: true, voted: true }], polls: [{ status: 'closed', yours: [1] }] });
  });

  it('puts earlier chat before what is there', () => {
    const { state } = heard(after(whole(5, { chat: [said(4)], more: true })), { type: 'earlier', chat: [said(2), said(3)], more: false });
    expect([state.chat.map(({ order }) => order), state.more]).toEqual([[2, 3, 4], false]);
  });

  it('shows what is being said until it is there, or why it is not', () => {
    const one = saying(after(whole(5)), { id: 'm6', to: 'everyone', toPerson: null, text: 'Hello' });
    expect(one.unsent).toMatchObject([{ text: 'Hello', trouble: null }]);
    expect(refusedTo(one, 'm6', 'That was a lot.').unsent).toMatchObject([{ trouble: 'That was a lot.' }]);
    expect(heard(one, push(5, 6, { chat: [said(6)] })).state.unsent).toEqual([]);
    expect(thrownAway(one, 'm6').unsent).toEqual([]);
  });

  it('counts as unread what others said since one looked, and nothing that was taken back', () => {
    const state = after(whole(5, { chat: [said(1), said(2), said(3, { from: { seatId: 'me', name: 'Me', role: 'host' } }), said(4, { text: null }), said(5)] }));
    expect([0, 1, 5].map((order) => unseen(state, { chat: order, questions: 0 }, 'me').messages)).toEqual([3, 2, 0]);
  });

  it('counts questions as new while they are open and another’s', () => {
    const state = after(whole(5, { questions: [asked(1), asked(2, { mine: true }), asked(3, { status: 'answered' }), asked(4)] }));
    expect([0, 1, 4].map((order) => unseen(state, { chat: 0, questions: order }, 'me').questions)).toEqual([2, 1, 0]);
  });

  it('shows first what most want to know, and nothing of what was dismissed for this seat', () => {
    const state = after(whole(9, { questions: [asked(1), asked(2, { votes: 4 }), asked(3, { votes: 4 }), asked(4, { status: 'answered' }), asked(5, { status: 'dismissed', text: '' }), asked(6, { status: 'dismissed' })] }));
    const { open, answered, dismissed } = questionsByStatus(state.questions);
    expect([open, answered, dismissed].map((list) => list.map(({ order }) => order))).toEqual([[2, 3, 1], [4], [6]]);
  });

  it('remembers one’s own vote and ballot, of which nobody is told', () => {
    const before = after(whole(5, { questions: [asked(1)], polls: [poll(2), poll(3)] }));
    expect(pollThatWaits(before.polls)?.id).toBe('p3');
    const state = chose(voted(before, 'q1', true), 'p3', [1]);
    expect(heard(state, push(5, 6, { questions: [asked(1, { votes: 1 })], polls: [poll(3)] })).state).toMatchObject({ questions: [{ votes: 1, voted: true }], polls: [{}, { yours: [1] }] });
    expect(pollThatWaits(state.polls)?.id).toBe('p2');
    expect(pollThatWaits([poll(4, { status: 'closed' }), poll(5, { status: 'draft' })])).toBeUndefined();
  });

  it('shows the open polls first, and never what was thrown away', () => {
    expect(pollsInOrder([poll(1, { status: 'closed' }), poll(2), poll(3, { status: 'draft' }), poll(4, { status: 'dropped' }), poll(5)]).map(({ order }) => order)).toEqual([5, 2, 3, 1]);
  });
});
