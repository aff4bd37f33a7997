import type { foyer as meant } from '../en/foyer.js';
import { counting } from '../numbers.js';

const count = counting('ja');

export const foyer: typeof meant = {
  foyer: {
    tab: (title) => `待機中 · ${title}`,
    heading: 'ホストをお待ちください',
    doing: 'ホストが始めると自動的に入室します。操作は不要です。',
    noMedia: '現在、音声と映像は利用できません。利用できるようになると自動的につながります。',
    hereAs: (name) => `${name} さんとして入室しています。`,
    startsIn: (left) => `開始まで ${left}`,
    anyMoment: 'まもなくホストが開場します。',
    opening: 'まもなく開場します',
    opensIn: (time) => `あと${time}で開場します。`,
    stopped: 'ホストが開始を取りやめました。引き続きお待ちください。',
    itIsTime: '予定の時刻になりました。まもなくホストが開場します。',
    lessThan: (minutes) => `開始まで ${minutes}を切りました。`,
    hostMissing: 'ホストはまだ来ていません。お知らせを送りました。',
    inTheirPlace: '代わりに開始できます。その場合はあなたがホストになります。',
  },

  door: { heading: '入室の許可を待っています', text: 'ホストに通知されました。許可されるとそのまま入室します。何も押す必要はありません。' },

  backstage: {
    name: '舞台裏',
    label: '開始前',
    waiting: (people) => (people === 0 ? 'まだ誰も待っていません' : count(people, { other: '# 人が待っています' })),
    opening: 'まもなく姿と声が届きます',
    stopped: '開始を取りやめました。参加者は引き続き待っています。',
    stop: '取りやめる',
    stopBy: 'Esc キーで取りやめます。',
    unheardByHost: 'あなたが始めるまで、あなたの姿も声も届きません。',
    unheard: 'ホストが始めるまで、あなたの姿も声も届きません。',
    start: '始める',
    steward: 'ホストが来ていません。代わりに開始できます。',
  },
};
