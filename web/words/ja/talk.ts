import type { talk as meant } from '../en/talk.js';
import { counting } from '../numbers.js';

const count = counting('ja');

export const talk: typeof meant = {
  talk: {
    name: 'チャット、質問、投票',
    news: '新着あり',
    of: (deed, what) => `${deed}：${what}`,
    chat: 'チャット',
    unread: (messages) => count(messages, { other: '未読 # 件' }),
    newFrom: (name) => `${name} さんからメッセージが届きました。`,
    nothing: 'まだ何も書かれていません。',
    earlier: '以前のメッセージ',
    newBelow: '新しいメッセージ',
    message: 'メッセージ',
    to: '宛先',
    everyone: '全員',
    team: 'ホストと登壇者',
    hosts: 'ホストのみ',
    one: (name) => `${name} さんのみ`,
    toTeam: 'ホストと登壇者宛',
    toHosts: 'ホストのみ宛',
    toYou: 'あなたのみ宛',
    toOne: (name) => `${name} さんのみ宛`,
    onlyTeam: '書いた内容を読めるのはホストと登壇者だけです。',
    send: '送信',
    sending: '送信中…',
    delete: '削除',
    deleteOf: (name, text) => `${name} さんのメッセージを削除：${text}`,
    deleted: 'このメッセージは削除されました。',
  },
};
