import type { gestures as meant } from '../en/gestures.js';
import { counting } from '../numbers.js';

const count = counting('ja');

export const gestures: typeof meant = {
  hands: {
    raise: '手を挙げる',
    lower: '手を下ろす',
    up: '挙手中',
    name: '挙手',
    raised: (name) => `${name} さんが手を挙げました。`,
    count: (hands) => count(hands, { other: '挙手 # 人' }),
    lowered: '下ろす',
    lowerOf: (name) => `${name} さんの手を下ろす`,
    lowerAll: '全員の手を下ろす',
  },
  reactions: {
    react: 'リアクション',
    '👍': 'いいね',
    '👏': '拍手',
    '❤️': 'ハート',
    '😂': '笑い',
    '😮': '驚き',
    '🎉': 'お祝い',
  },
};
