import type { publicPage as meant } from '../en/public-page.js';

export const publicPage: typeof meant = {
  page: {
    lookAgain: (title) => `Bitte noch einmal ansehen: ${title}`,
    invites: {
      meeting: (host) => `${host} lädt Sie zu einem Treffen ein`,
      workshop: (host) => `${host} lädt Sie zu einem Workshop ein`,
      webinar: (host) => `${host} lädt Sie zu einem Webinar ein`,
    },
    summary: {
      meeting: (host) => `Ein Treffen mit ${host}.`,
      workshop: (host) => `Ein Workshop mit ${host}.`,
      webinar: (host) => `Ein Webinar mit ${host}.`,
    },
    sessionTime: 'Zeit der Veranstaltung',
    yourTime: 'Ihre Zeit',
    sameZone: (zone) => `${zone}, wie bei der Veranstaltung`,
    about: 'Über diese Veranstaltung',
    liveTitle: 'Es läuft gerade',
    liveText: 'Kommen Sie herein: Die Leitung ist schon da.',
    openTitle: 'Keine Anmeldung nötig',
    openText: 'Kommen Sie zur angegebenen Zeit oder etwas früher: Sie warten im Foyer, bis die Leitung die Türen öffnet.',
    join: 'Teilnehmen',
    liveRegister: 'Es läuft gerade. Melden Sie sich an, und Ihr Link kommt sofort.',
    cancelled: { title: 'Abgesagt', text: (host) => `${host} hat diese Veranstaltung abgesagt. Sie müssen nichts tun: Wer angemeldet war, hat eine Nachricht bekommen.` },
    ended: { title: 'Sie ist vorbei', text: 'Diese Veranstaltung ist zu Ende. Danke an alle, die da waren.' },
    missed: { title: 'Sie hat nicht stattgefunden', text: (host) => `${host} hat diese Veranstaltung nicht begonnen. Wird sie verlegt, erfahren alle Angemeldeten den neuen Termin per E-Mail.` },
    looksFirst: (host) => `${host} sieht sich jede Anmeldung zuerst an. Ihr Link kommt, sobald Ihre angenommen ist.`,
    openUntil: 'Anmeldung möglich bis',
    closed: { title: 'Die Anmeldung ist geschlossen', text: 'Wenn Sie angemeldet sind, gilt Ihr persönlicher Link aus der E-Mail weiterhin.' },
    notFound: { title: 'Keine solche Veranstaltung', text: 'Unter dieser Adresse gibt es keine Veranstaltung. Prüfen Sie den Link noch einmal, oder fragen Sie, wer ihn Ihnen geschickt hat.' },
  },

  form: {
    register: 'Anmelden',
    email: 'E-Mail',
    emailHelp: 'Dorthin schicken wir Ihren persönlichen Link.',
    name: 'Name',
    passcode: 'Kennwort',
    passcodeHelp: 'Sie haben es von denen, die zu dieser Veranstaltung einladen.',
    needed: 'wird gebraucht',
    chooseSome: '(mindestens eine Antwort)',
    choose: 'Bitte wählen …',
    onlyIf: (question: string, answer: string) => `Nur wenn „${answer}“ Ihre Antwort auf „${question}“ ist.`,
    onlyIfTicked: (question: string) => `Nur wenn Sie „${question}“ angekreuzt haben.`,
    again: 'Bitte sehen Sie sich das noch einmal an:',
    failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    unreachable: 'Foyer ist nicht erreichbar. Alles, was Sie eingegeben haben, ist noch da: Prüfen Sie Ihre Verbindung und drücken Sie noch einmal auf „Anmelden“.',
  },

  sent: {
    title: 'Sehen Sie in Ihre E-Mails',
    onItsWay: (address) => `Ihr persönlicher Link ist unterwegs an ${address}.`,
    theAddress: 'die angegebene Adresse',
    live: 'Die Veranstaltung läuft: Der Link führt direkt hinein.',
    later: 'Die Nachricht bringt auch eine Einladung für Ihren Kalender mit. Öffnen Sie Ihren Link, wenn es so weit ist.',
    pending: {
      onItsWay: (address) => `Ihre Anmeldung ist da. Eine Nachricht ist unterwegs an ${address}.`,
      next: (host) => `${host} sieht sich jede Anmeldung an. Ihr Link kommt per E-Mail, sobald Ihre angenommen ist.`,
    },
    waitlisted: {
      onItsWay: (address) => `Alle Plätze sind vergeben. Eine Nachricht ist unterwegs an ${address}.`,
      next: () => 'Wer sich jetzt anmeldet, steht auf der Warteliste: Sobald ein Platz frei wird, kommt der Link per E-Mail. Ein Platz, den Sie schon haben, bleibt Ihrer.',
    },
    nothing: 'Nach ein paar Minuten noch nichts da? Sehen Sie im Spam-Ordner nach, oder melden Sie sich mit derselben Adresse noch einmal an.',
  },
};
