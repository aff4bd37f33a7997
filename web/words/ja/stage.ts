import type { stage as meant } from '../en/stage.js';

export const stage: typeof meant = {
  stage: {
    name: 'ステージ',
    empty: '現在、ステージには誰もいません。登壇者の姿と声はここに届きます。',
    you: (name) => `${name}（あなた）`,
    muted: 'ミュート中',
    beside: 'ほかの人',
    cameraOf: (name) => `${name} さんのカメラ`,
  },
};
