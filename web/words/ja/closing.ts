import type { closing as meant } from '../en/closing.js';

export const closing: typeof meant = {
  closing: {
    left: { heading: '退室しました', text: 'セッションは続いています。終了までいつでも戻れます。' },
    leftEarly: { heading: '退室しました', text: 'お席はそのままです。時間になりましたら、または少し早めにお戻りください。' },
    thanks: { heading: 'ご参加ありがとうございました', text: 'セッションは終了しました。カメラとマイクはオフです。' },
    calledOff: { heading: 'このセッションは中止になりました', text: 'ホストが中止しました。カメラとマイクはオフです。' },
    ended: { heading: 'このセッションは終了しました', text: 'セッションは終わり、部屋は閉じています。' },
    cancelled: { heading: 'このセッションは中止になりました', text: '開催されません。お申し込みの皆さまにはメールでお知らせしました。' },
    missed: { heading: 'このセッションは開催されませんでした', text: '予定の時刻に開場されませんでした。新しい日時は、ご招待の送り主にお問い合わせください。' },
    endedAt: (time) => `終了：${time}`,
    rejoin: '再入室する',
    closePage: 'このページは閉じていただけます。',
  },
};
