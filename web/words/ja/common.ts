import type { common as meant } from '../en/common.js';

export const common: typeof meant = {
  skip: '本文へ移動',
  optional: '（任意）',
  oneMoment: 'お待ちください',
  loading: '読み込み中',
  mainMenu: 'メインメニュー',
  tryAgain: 'もう一度試す',
  close: '閉じる',
  done: '完了',
  languages: '言語',

  times: {
    own: 'お客様の現地時間',
    session: 'セッションの現地時間',
    both: 'お客様とセッションの現地時間',
  },
};
