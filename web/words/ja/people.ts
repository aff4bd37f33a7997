import type { people as meant } from '../en/people.js';
import { counting, listing } from '../numbers.js';

const count = counting('ja');
const list = listing('ja');

export const people: typeof meant = {
  people: {
    name: '参加者',
    host: 'ホスト',
    speaker: '登壇者',
    notListed: '視聴者は一覧に表示されません。あなたも表示されません。',
    watching: (people) => count(people, { other: 'ほか # 人が視聴中' }),
    came: (names) => `${list(names)} さんが入室しました。`,
    left: (names) => `${list(names)} さんが退室しました。`,
  },
};
