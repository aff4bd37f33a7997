import type { room as meant } from '../en/room.js';
import { counting, listing } from '../numbers.js';

const count = counting('ja');
const list = listing('ja');

export const room: typeof meant = {
  room: {
    tab: (place, title) => `${place} · ${title}`,
    inside: '入室中',
    live: '開催中',
    controls: '操作',
    more: 'その他',
    devices: '機器',
    devicesTitle: 'カメラ、マイク、スピーカー',
    leave: '退室',
    soundBlocked: '何か操作するまで、ブラウザーは音声を再生しません。',
    hear: '音声を再生する',
    doorsOpen: '開場しました。入室しています。',
    allIn: (people) => count(people, { other: 'お待ちの # 人全員が入室しました。' }),
    someIn: (those, of) => `${of} 人中 ${those} 人が入室しました。`,
    notReached: (names, more) => `未入室：${list(more > 0 ? [...names, `ほか ${more} 人`] : names)}。`,
    noHost: (time) => `ホストがいません。戻らない場合、このセッションは ${time} に終了します。`,
    lost: '接続が切れました。再接続しています… お席はそのままです。',
    interrupted: '音声と映像が中断しています。自動的に復旧します。',
    blocked: 'このネットワークでは音声と映像が届きません。スマートフォンの回線など、別のネットワークをお試しください。このページは接続を試み続けます。',
    endForAll: '全員を終了',
    endAsk: '全員のセッションを終了しますか？',
    endText: '全員が退室し、部屋は完全に閉じます。ほかの人を残してご自分だけ退室するには「退室」を押してください。',
    goOn: '続ける',
  },
};
