import type { polls as meant } from '../en/polls.js';
import { counting } from '../numbers.js';

const count = counting('ja');
const percent = new Intl.NumberFormat('ja', { style: 'percent' });

export const polls: typeof meant = {
  polls: {
    name: '投票',
    one: '投票：',
    toIt: '投票する',
    make: '新しい投票',
    nothing: 'まだ投票はありません。',
    status: { draft: '下書き（ホストのみに表示）', open: '受付中', closed: '終了' },
    thanks: '投票を受け付けました。',
    change: '変更する',
    several: 'いくつでも選べます。',
    vote: '投票する',
    yours: 'あなたの票',
    share: (votes, part) => `${votes} · ${percent.format(part)}`,
    ballots: (people) => count(people, { other: '# 人が投票しました。' }),
    open: '投票を開始する',
    close: '投票を終了する',
    openAgain: 'もう一度開始する',
    drop: '破棄する',
    show: '全員に結果を表示する',
    hide: '結果を隠す',
    everyoneSees: '全員に結果が表示されています。',
    opensLater: 'セッションが始まると開始できます。',
    question: '質問文',
    option: (n) => `選択肢 ${n}`,
    removeOption: (n) => `選択肢 ${n} を削除`,
    addOption: '選択肢を追加',
    allowSeveral: '複数の選択肢を選べる',
    openNow: '今すぐ開始',
    keep: '下書きとして保存',
    discard: '保存しない',
  },
};
