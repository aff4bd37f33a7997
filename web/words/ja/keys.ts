import type { keys as meant } from '../en/keys.js';

export const keys: typeof meant = {
  keys: {
    title: 'キーボードショートカット',
    active: '1 つのキーで操作する（入力中は無効）',
    microphone: 'ミュートの切り替え',
    camera: 'カメラの切り替え',
    hand: '手を挙げる・下ろす',
    view: '表示の切り替え',
  },
};
