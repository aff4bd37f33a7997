import { counting } from '../numbers.js';

const count = counting('en');
const percent = new Intl.NumberFormat('en-GB', { style: 'percent' });

/** What hosts ask everyone. */
export const polls = {
  polls: {
    name: 'Polls',
    one: 'Poll:',
    toIt: 'Vote',
    make: 'New poll',
    nothing: 'There is no poll yet.',
    status: { draft: 'Draft, only hosts see it', open: 'Open', closed: 'Closed' },
    thanks: 'Your vote is in.',
    change: 'Change it',
    several: 'Choose as many as you like.',
    vote: 'Vote',
    yours: 'your vote',
    share: (votes: number, part: number) => `${votes} · ${percent.format(part)}`,
    ballots: (people: number) => count(people, { one: '# person voted.', other: '# people voted.' }),
    open: 'Open the poll',
    close: 'Close the poll',
    openAgain: 'Open again',
    drop: 'Throw away',
    show: 'Show everyone the results',
    hide: 'Hide the results',
    everyoneSees: 'Everyone sees the results.',
    opensLater: 'It can be opened once the session has started.',
    question: 'Question',
    option: (n: number) => `Answer ${n}`,
    removeOption: (n: number) => `Remove answer ${n}`,
    addOption: 'Add an answer',
    allowSeveral: 'Several answers may be chosen',
    openNow: 'Open now',
    keep: 'Keep as a draft',
    discard: 'Discard',
  },
};
