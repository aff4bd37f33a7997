import type { sharing as meant } from '../en/sharing.js';

export const sharing: typeof meant = {
  sharing: {
    share: '画面を共有',
    stop: '共有を停止',
    youShare: '画面を共有しています。',
    failed: '画面を共有できませんでした。システムがブラウザーに許可していない可能性があります。許可してから、もう一度お試しください。',
    screenOf: (name) => `${name} さんの画面`,
    shares: (name) => `${name} さんが画面を共有しています。`,
    ended: '画面の共有が終わりました。',
  },
};
