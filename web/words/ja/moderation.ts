import type { moderation as meant } from '../en/moderation.js';
import { counting, listing } from '../numbers.js';

const count = counting('ja');
const list = listing('ja');

export const moderation: typeof meant = {
  moderation: {
    all: '全員に対して',
    muteAll: '全員をミュート',
    allMuted: 'ホスト以外の全員がミュートされています。',
    mayUnmute: '各自でミュートを解除できる',
    stopAll: '全員の映像を止める',
    allStopped: 'ホスト以外の全員の映像が止まっています。',
    mayStart: '各自でカメラをオンにできる',
    lock: '部屋をロック',
    lockHelp: '新しく来た人には入室の許可が必要になります。',

    more: (name) => `${name} さんの操作`,
    mute: 'ミュートする',
    letSpeak: 'マイクを許可',
    stopVideo: '映像を止める',
    letShow: 'カメラを許可',
    invite: 'ステージに招く',
    takeBack: '招待を取り消す',
    takeOff: 'ステージから降ろす',
    remove: '退室させる',
    ban: '参加を禁止する',
    cancel: 'キャンセル',

    invited: 'ステージに招待中',
    declined: '辞退',
    cameraStopped: '映像停止中',

    removeAsk: (name) => `${name} さんを退室させますか？`,
    removeText: 'すぐに退室します。もう一度入室を求めることができ、許可するかどうかはあなたが決めます。',
    banAsk: (name) => `${name} さんの参加を禁止しますか？`,
    banText: 'すぐに退室し、このセッションには二度と戻れません。取り消すことはできません。',

    isMuted: (name) => `${name} さんをミュートしました。`,
    maySpeak: (name) => `${name} さんのマイクを許可しました。`,
    isStopped: (name) => `${name} さんの映像を止めました。`,
    mayShow: (name) => `${name} さんのカメラを許可しました。`,
    isInvited: (name) => `${name} さんをステージに招待しました。`,
    isTakenBack: (name) => `${name} さんへの招待を取り消しました。`,
    isOff: (name) => `${name} さんはステージを降りました。`,
    isRemoved: (name) => `${name} さんを退室させました。`,
    isBanned: (name) => `${name} さんの参加を禁止しました。`,

    audience: '視聴者',
    find: '視聴者を探す',
    nobody: 'その名前の視聴者はいません。',
    moreFound: 'ほかにもいます。名前をもう少し入力してください。',

    muted: 'ホストがあなたをミュートしました。',
    mutedHeld: 'ホストがあなたをミュートしました。ホストが許可すると話せます。',
    stopped: 'ホストがあなたの映像を止めました。',
    stoppedHeld: 'ホストがあなたの映像を止めました。ホストが許可すると表示できます。',
    let: 'ホストが発言を許可しました。ミュートを解除できます。',
    letShown: 'ホストが映像の表示を許可しました。',
    takenOff: 'ホストがあなたをステージから降ろしました。引き続き視聴できます。',
    asked: 'ホストがあなたをステージに招いています。',
    getReady: '準備する',
    notNow: '今はしない',
    readyTitle: 'ステージに上がりますか？',
    readyText: 'この状態のまま、全員にあなたの姿と声が届きます。',
    come: 'ステージに上がる',
    askedNoMore: '招待は取り消されました。',
    leaveStage: 'ステージを降りる',
    saidNo: (names) => `${list(names)} さんはステージへの招待を辞退しました。`,

    knocking: '入室を求めている人',
    knocks: (names) => `${list(names)} さんが入室を求めています。`,
    manyKnock: (people) => count(people, { other: '# 人が入室を求めています。' }),
    letIn: '入室を許可',
    letAllIn: '全員の入室を許可',
    deny: '許可しない',
    seeWho: '見る',
    wasRemoved: '以前に退室',
    isIn: (name) => `${name} さんの入室を許可しました。`,
    allIn: '全員の入室を許可しました。',
    isDenied: (name) => `${name} さんの入室を許可しませんでした。`,
  },
};
