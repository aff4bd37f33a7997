import type { wayIn as meant } from '../en/way-in.js';

export const wayIn: typeof meant = {
  unreachable: {
    server: 'Der Server antwortet gerade nicht richtig.',
    crowd: 'Gerade kommen sehr viele Menschen herein.',
    offline: 'Gerade besteht keine Verbindung zum Server.',
    refused: 'Das hat nicht geklappt.',
    room: 'Der Raum konnte nicht geladen werden.',
    tab: 'Keine Verbindung',
    heading: 'Wir erreichen die Veranstaltung nicht',
    keepsTrying: (why) => `${why} Diese Seite versucht es weiter. Ihr Platz bleibt Ihnen.`,
  },
  opening: 'Die Veranstaltung wird geöffnet',

  deadLink: {
    tab: 'Link ungültig',
    heading: 'Dieser Link gilt nicht mehr',
    text: 'Vielleicht wurde er durch einen neueren ersetzt, oder beim Kopieren ging ein Teil verloren.',
    newest: 'Öffnen Sie den Link in der neuesten E-Mail, die Sie zu dieser Veranstaltung haben.',
    register: 'Oder melden Sie sich mit derselben Adresse noch einmal an: Der Link kommt dann erneut zu Ihnen.',
    ask: 'Oder fragen Sie, wer Sie eingeladen hat.',
  },

  registrationNeeded: {
    text: 'Zu dieser Veranstaltung kommt man mit einem persönlichen Link. Melden Sie sich an, und er kommt per E-Mail.',
    already: 'Schon angemeldet? Öffnen Sie den Link in der E-Mail, die Sie bekommen haben.',
  },

  preJoin: {
    tab: (title) => `Teilnehmen · ${title}`,
    withHost: (host) => `mit ${host}`,
    openNow: 'Jetzt geöffnet',
    yourName: 'Ihr Name',
    noName: 'Bitte geben Sie Ihren Namen an, damit die anderen wissen, wer Sie sind.',
    join: 'Teilnehmen',
    knock: 'Sie bitten um Einlass, und die Leitung entscheidet.',
    straightIn: 'Die Veranstaltung hat begonnen. Sie kommen direkt hinein.',
    full: 'Alle Plätze im Raum sind besetzt. Sobald jemand geht, kommen Sie von selbst hinein: Lassen Sie diese Seite offen.',
    wait: 'Sie warten im Foyer, bis die Leitung die Türen öffnet.',
    backstage: 'Sie kommen hinter die Bühne. Die Wartenden sehen und hören Sie vor dem Beginn nicht.',
    elsewhere: {
      title: 'Hierher wechseln?',
      text: 'Sie sind schon auf einem anderen Gerät in dieser Veranstaltung. Zu jedem Link gehört ein Platz: Wenn Sie hier teilnehmen, endet es dort.',
      stay: 'Dort bleiben',
      move: 'Hierher wechseln',
    },
  },

  seat: {
    moved: {
      tab: (title) => `Gewechselt · ${title}`,
      heading: 'Sie haben das Gerät gewechselt',
      text: (title) => `Ihr Platz in „${title}“ wurde auf einem anderen Gerät oder in einem anderen Fenster geöffnet. Kamera und Mikrofon sind hier aus.`,
      useHere: 'Hier weitermachen',
    },
    shutOut: {
      tab: (title) => `Kein Einlass · ${title}`,
      heading: 'Sie können gerade nicht hinein',
      text: (title) => `Die Leitung hat „${title}“ für diesen Platz geschlossen. Fragen Sie dort nach, wenn Sie das für ein Versehen halten.`,
    },
    removed: { heading: 'Die Leitung hat Sie entfernt', text: (title) => `Die Leitung hat Sie aus „${title}“ entfernt. Sie dürfen wieder um Einlass bitten, und die Leitung entscheidet.` },
    denied: { heading: 'Die Leitung hat Sie nicht hereingelassen', text: (title) => `Die Leitung von „${title}“ hat Sie jetzt nicht hereingelassen. Sie dürfen noch einmal bitten.` },
    banned: { heading: 'Sie können nicht in diese Veranstaltung', text: (title) => `Die Leitung hat entschieden, dass Sie nicht mehr in „${title}“ kommen können. Wenn Sie das für ein Versehen halten, schreiben Sie denen, die Sie eingeladen haben.` },
    revoked: { heading: 'Ihr Link wurde zurückgenommen', text: (title) => `Ihr Link zu „${title}“ wurde zurückgenommen. Wenn Sie das für ein Versehen halten, schreiben Sie denen, die Sie eingeladen haben.` },
    ask: 'Um Einlass bitten',
  },

  otherSeat: {
    heading: 'Ist das Ihr Link?',
    belongsTo: (name) => `Er gehört ${name}.`,
    youAre: (title, name) => `In diesem Browser sind Sie in „${title}“ als ${name}.`,
    oneSeat: 'Zu jedem Link gehört ein Platz: Wer den Link eines anderen benutzt, nimmt ihm den Platz weg.',
    back: 'Zurück zu meinem Platz',
    register: 'Jemand anderen anmelden',
    use: (name) => `Ich bin ${name}: diesen Link benutzen`,
  },
};
