import type { publicPage as meant } from '../en/public-page.js';

export const publicPage: typeof meant = {
  page: {
    lookAgain: (title) => `ご確認ください：${title}`,
    invites: {
      meeting: (host) => `${host} からミーティングへのご招待です`,
      workshop: (host) => `${host} からワークショップへのご招待です`,
      webinar: (host) => `${host} からウェビナーへのご招待です`,
    },
    summary: {
      meeting: (host) => `${host} とのミーティング。`,
      workshop: (host) => `${host} とのワークショップ。`,
      webinar: (host) => `${host} によるウェビナー。`,
    },
    sessionTime: 'セッションの現地時間',
    yourTime: 'お客様の現地時間',
    sameZone: (zone) => `${zone}（セッションと同じ）`,
    about: 'このセッションについて',
    liveTitle: 'ただいま開催中です',
    liveText: 'どうぞお入りください。ホストはすでに入室しています。',
    openTitle: 'お申し込みは不要です',
    openText: '表示の時刻に、または少し早めにお越しください。ホストが開場するまでホワイエでお待ちいただきます。',
    join: '参加する',
    liveRegister: 'ただいま開催中です。お申し込みいただくと、すぐに参加リンクをお送りします。',
    cancelled: { title: '中止になりました', text: (host) => `${host} がこのセッションを中止しました。お手続きは不要です。お申し込みの皆さまにはお知らせ済みです。` },
    ended: { title: '終了しました', text: 'このセッションは終了しました。ご参加いただいた皆さま、ありがとうございました。' },
    missed: { title: '開催されませんでした', text: (host) => `${host} はこのセッションを始めませんでした。日時が変わる場合は、お申し込みの皆さまにメールでお知らせします。` },
    looksFirst: (host) => `お申し込みは ${host} が一件ずつ確認します。承認され次第、参加リンクをお送りします。`,
    openUntil: '受付終了：',
    closed: { title: '受付は終了しました', text: 'お申し込み済みの方は、メールの参加リンクを引き続きお使いいただけます。' },
    notFound: { title: 'セッションが見つかりません', text: 'このアドレスにセッションはありません。リンクをもう一度ご確認いただくか、送り主にお問い合わせください。' },
  },

  form: {
    register: '申し込む',
    email: 'メールアドレス',
    emailHelp: '参加リンクをお送りします。',
    name: 'お名前',
    passcode: 'パスコード',
    passcodeHelp: '主催者からお知らせしたものです。',
    needed: '必須',
    chooseSome: '（1 つ以上お選びください）',
    choose: '選択してください',
    onlyIf: (question: string, answer: string) => `「${question}」で「${answer}」を選んだ場合のみお答えください。`,
    onlyIfTicked: (question: string) => `「${question}」にチェックを入れた場合のみお答えください。`,
    again: '次の項目をご確認ください。',
    failed: '送信できませんでした。もう一度お試しください。',
    unreachable: 'Foyer に接続できませんでした。入力内容はそのまま残っています。接続を確認して、もう一度「申し込む」を押してください。',
  },

  sent: {
    title: 'メールをご確認ください',
    onItsWay: (address) => `${address} に参加リンクをお送りしました。`,
    theAddress: 'ご入力のアドレス',
    live: 'セッションは開催中です。リンクからそのままご入室いただけます。',
    later: 'メールにはカレンダーへの招待も付いています。時間になりましたらリンクを開いてください。',
    pending: {
      onItsWay: (address) => `お申し込みを受け付けました。${address} にメールをお送りしました。`,
      next: (host) => `お申し込みは ${host} が一件ずつ確認します。承認され次第、参加リンクをメールでお送りします。`,
    },
    waitlisted: {
      onItsWay: (address) => `現在、満席です。${address} にメールをお送りしました。`,
      next: () => 'これからのお申し込みはキャンセル待ちになります。空席が出次第、参加リンクをメールでお送りします。すでにお席がある場合は、そのままお使いいただけます。',
    },
    nothing: '数分たっても届きませんか？迷惑メールをご確認いただくか、同じアドレスでもう一度お申し込みください。',
  },
};
