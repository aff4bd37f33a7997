import type { Words } from '../en.js';

/** 録画についての文。 */
export const recording: Pick<Words, 'recording'> = {
  recording: {
    agree: '録画されることに同意します',
    seenBy: {
      hosts: 'ホストは、送信している人の音声、映像、画面を録画することがあります。録画は後でホストが見られます。',
      everyone: 'ホストは、送信している人の音声、映像、画面を録画することがあります。録画は後で参加者全員が見られます。',
    },
    agreeFirst: '先に同意してください。同意しない場合は入室できません。',
    on: '録画中',
    begun: 'このセッションは録画されています。',
    over: '録画が終わりました。',
    record: '録画する',
    stop: '録画を止める',
    heading: '録画',
    preparing: '録画を準備しています。',
    somebody: '参加者',
    kinds: { sound: '音声', picture: '映像', screen: '画面', 'screen-sound': '画面の音声' },
  },
};
