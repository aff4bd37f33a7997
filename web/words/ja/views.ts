import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: '発言者を大きく表示',
    grid: '並べて表示',
    smallWindow: '小窓で表示',
    fair: '接続が不安定です',
    poor: '接続状態が悪いです',
    pages: '参加者のページ',
    before: '前へ',
    next: '次へ',
    pageOf: (page, pages) => `${pages} ページ中 ${page}`,
  },
};
