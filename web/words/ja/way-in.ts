import type { wayIn as meant } from '../en/way-in.js';

export const wayIn: typeof meant = {
  unreachable: {
    server: '現在、サーバーが正しく応答していません。',
    crowd: 'ただいま大勢の方が入室しています。',
    offline: '現在、サーバーに接続できません。',
    refused: 'うまくいきませんでした。',
    room: '部屋を読み込めませんでした。',
    tab: '接続なし',
    heading: 'セッションに接続できません',
    keepsTrying: (why) => `${why}このページは接続を試み続けます。お席はそのままです。`,
  },
  opening: 'セッションを開いています',

  deadLink: {
    tab: 'リンクが無効です',
    heading: 'このリンクは使えなくなりました',
    text: '新しいリンクに替わったか、コピーの際に一部が欠けた可能性があります。',
    newest: 'このセッションについての最新のメールからリンクを開いてください。',
    register: 'または、同じアドレスでもう一度お申し込みください。リンクを再送します。',
    ask: 'または、ご招待の送り主にお問い合わせください。',
  },

  registrationNeeded: {
    text: 'このセッションには専用の参加リンクが必要です。お申し込みいただくと、メールでお送りします。',
    already: 'お申し込み済みですか？届いたメールのリンクを開いてください。',
  },

  preJoin: {
    tab: (title) => `参加する · ${title}`,
    withHost: (host) => `ホスト：${host}`,
    openNow: 'ただいま開催中',
    yourName: 'お名前',
    noName: 'ほかの参加者に分かるよう、お名前をご入力ください。',
    join: '参加する',
    straightIn: 'セッションは始まっています。そのまま入室します。',
    wait: 'ホストが開場するまで、ホワイエでお待ちいただきます。',
    backstage: '舞台裏に入ります。開始までは、お待ちの方にあなたの姿も声も届きません。',
    elsewhere: {
      title: 'こちらに移りますか？',
      text: '別の端末ですでにこのセッションに参加しています。リンク 1 つにつき席は 1 つです。こちらで参加すると、そちらは終了します。',
      stay: 'そのままにする',
      move: 'こちらに移る',
    },
  },

  seat: {
    moved: {
      tab: (title) => `移動しました · ${title}`,
      heading: '別の端末に移りました',
      text: (title) => `「${title}」のお席は、別の端末または別のウィンドウで開かれました。こちらのカメラとマイクはオフです。`,
      useHere: 'こちらで続ける',
    },
    shutOut: {
      tab: (title) => `入室できません · ${title}`,
      heading: '現在、入室できません',
      text: (title) => `ホストが「${title}」のこのお席を閉じました。間違いと思われる場合は、ホストにお問い合わせください。`,
    },
  },

  otherSeat: {
    heading: 'このリンクはあなたのものですか？',
    belongsTo: (name) => `これは${name}さんのリンクです。`,
    youAre: (title, name) => `このブラウザーでは「${title}」に${name}として参加しています。`,
    oneSeat: '席はリンクごとに一つです。ほかの人のリンクを使うと、その人の席がなくなります。',
    back: '自分の席に戻る',
    register: 'ほかの人を登録する',
    use: (name) => `${name}です。このリンクを使う`,
  },
};
