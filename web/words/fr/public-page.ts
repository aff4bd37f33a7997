import type { publicPage as meant } from '../en/public-page.js';

export const publicPage: typeof meant = {
  page: {
    lookAgain: (title) => `À revoir : ${title}`,
    invites: {
      meeting: (host) => `${host} vous invite à une réunion`,
      workshop: (host) => `${host} vous invite à un atelier`,
      webinar: (host) => `${host} vous invite à un webinaire`,
    },
    summary: {
      meeting: (host) => `Une réunion avec ${host}.`,
      workshop: (host) => `Un atelier avec ${host}.`,
      webinar: (host) => `Un webinaire avec ${host}.`,
    },
    sessionTime: 'Heure de la rencontre',
    yourTime: 'Votre heure',
    sameZone: (zone) => `${zone}, comme pour la rencontre`,
    about: 'À propos de cette rencontre',
    liveTitle: 'C’est en cours',
    liveText: 'Entrez : l’hôte est déjà là.',
    openTitle: 'Pas d’inscription nécessaire',
    openText: 'Venez à l’heure indiquée, ou un peu avant : vous attendez dans le foyer jusqu’à ce que l’hôte ouvre les portes.',
    join: 'Rejoindre',
    liveRegister: 'C’est en cours. Inscrivez-vous, et votre lien part aussitôt.',
    cancelled: { title: 'Annulée', text: (host) => `${host} a annulé cette rencontre. Vous n’avez rien à faire : les personnes inscrites ont été prévenues.` },
    ended: { title: 'C’est terminé', text: 'Cette rencontre est terminée. Merci à toutes les personnes qui sont venues.' },
    missed: { title: 'Elle n’a pas eu lieu', text: (host) => `${host} n’a pas commencé cette rencontre. Si elle est reportée, les personnes inscrites recevront le nouvel horaire par courriel.` },
    looksFirst: (host) => `${host} examine d’abord chaque inscription. Votre lien arrive dès que la vôtre est acceptée.`,
    openUntil: 'Inscriptions ouvertes jusqu’au',
    closed: { title: 'Les inscriptions sont closes', text: 'Si vous vous êtes inscrit·e, votre lien personnel reçu par courriel fonctionne toujours.' },
    notFound: { title: 'Aucune rencontre ici', text: 'Il n’y a pas de rencontre à cette adresse. Vérifiez le lien, ou demandez à la personne qui vous l’a envoyé.' },
  },

  form: {
    register: 'S’inscrire',
    email: 'Courriel',
    emailHelp: 'Votre lien personnel y sera envoyé.',
    name: 'Nom',
    passcode: 'Code d’accès',
    passcodeHelp: 'L’organisateur vous l’a donné.',
    needed: 'réponse nécessaire',
    chooseSome: '(au moins un choix)',
    choose: 'Choisir…',
    onlyIf: (question: string, answer: string) => `Seulement si votre réponse à « ${question} » est « ${answer} ».`,
    onlyIfTicked: (question: string) => `Seulement si vous avez coché « ${question} ».`,
    again: 'Merci de revoir ceci :',
    failed: 'Cela n’a pas marché. Merci de réessayer.',
    unreachable: 'Foyer n’a pas pu être joint. Tout ce que vous avez écrit est encore là : vérifiez votre connexion, puis appuyez de nouveau sur « S’inscrire ».',
  },

  sent: {
    title: 'Consultez vos courriels',
    onItsWay: (address) => `Votre lien personnel est en route vers ${address}.`,
    theAddress: 'l’adresse indiquée',
    live: 'La rencontre est en cours : le lien y mène directement.',
    later: 'Le message contient aussi une invitation pour votre agenda. Ouvrez votre lien le moment venu.',
    pending: {
      onItsWay: (address) => `Nous avons reçu votre inscription. Un message est en route vers ${address}.`,
      next: (host) => `${host} examine chaque inscription. Votre lien arrive par courriel dès que la vôtre est acceptée.`,
    },
    waitlisted: {
      onItsWay: (address) => `Toutes les places sont prises. Un message est en route vers ${address}.`,
      next: () => 'Qui s’inscrit maintenant est sur la liste d’attente : dès qu’une place se libère, le lien arrive par courriel. Une place que vous avez déjà reste la vôtre.',
    },
    nothing: 'Toujours rien après quelques minutes ? Regardez parmi les indésirables, ou inscrivez-vous encore une fois avec la même adresse.',
  },
};
