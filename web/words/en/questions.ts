import { counting } from '../numbers.js';

const count = counting('en');
const votesCount = (votes: number) => count(votes, { one: '# vote', other: '# votes' });

/** What people want to know, and what becomes of it. */
export const questions = {
  questions: {
    name: 'Questions',
    nothing: 'Nobody has asked anything yet. Be the first.',
    nothingYet: 'Nobody has asked anything yet.',
    yours: 'Your question',
    whoReads: 'Others see the question, and not who asks it.',
    withoutName: 'Ask without my name',
    ask: 'Ask',
    allowAnonymous: 'Allow questions without a name',
    noName: 'Without a name',
    mine: 'Your question',
    answered: 'Answered',
    dismissed: 'Dismissed',
    vote: (votes: number, text: string) => `${votesCount(votes)}. I want to know this too: ${text}`,
    answer: 'Answer',
    markAnswered: 'Answered',
    write: 'Reply',
    dismiss: 'Dismiss',
    reopen: 'Open again',
    publish: 'Publish',
    notNow: 'Not now',
  },
};
