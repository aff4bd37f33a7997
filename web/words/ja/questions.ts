import type { questions as meant } from '../en/questions.js';
import { counting } from '../numbers.js';

const count = counting('ja');
const votesCount = (votes: number) => count(votes, { other: '# 票' });

export const questions: typeof meant = {
  questions: {
    name: '質問',
    nothing: 'まだ質問はありません。最初の質問をどうぞ。',
    nothingYet: 'まだ質問はありません。',
    yours: 'あなたの質問',
    whoReads: 'ほかの人には質問だけが見え、誰が尋ねたかは見えません。',
    withoutName: '名前を出さずに質問する',
    ask: '質問する',
    allowAnonymous: '名前なしの質問を許可する',
    noName: '名前なし',
    mine: 'あなたの質問',
    answered: '回答済み',
    dismissed: '却下済み',
    vote: (votes, text) => `${votesCount(votes)}。私も知りたい：${text}`,
    answer: '回答',
    markAnswered: '回答済みにする',
    write: '返信',
    dismiss: '却下する',
    reopen: 'もう一度開く',
    publish: '公開する',
    notNow: '今はしない',
  },
};
