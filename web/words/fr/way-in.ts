import type { wayIn as meant } from '../en/way-in.js';

export const wayIn: typeof meant = {
  unreachable: {
    server: 'Le serveur ne répond pas correctement pour le moment.',
    crowd: 'Beaucoup de monde entre en ce moment.',
    offline: 'Il n’y a pas de connexion au serveur pour le moment.',
    refused: 'Cela n’a pas marché.',
    room: 'La salle n’a pas pu être chargée.',
    tab: 'Pas de connexion',
    heading: 'Nous n’arrivons pas à joindre la rencontre',
    keepsTrying: (why) => `${why} Cette page continue d’essayer. Votre place vous est gardée.`,
  },
  opening: 'Ouverture de la rencontre',

  deadLink: {
    tab: 'Lien inactif',
    heading: 'Ce lien ne fonctionne plus',
    text: 'Il a peut-être été remplacé par un plus récent, ou une partie s’est perdue à la copie.',
    newest: 'Ouvrez le lien du courriel le plus récent que vous avez au sujet de cette rencontre.',
    register: 'Ou inscrivez-vous de nouveau avec la même adresse : le lien vous sera renvoyé.',
    ask: 'Ou demandez à la personne qui vous a invité·e.',
  },

  registrationNeeded: {
    text: 'On vient à cette rencontre avec un lien personnel. Inscrivez-vous, et il vous sera envoyé par courriel.',
    already: 'Déjà inscrit·e ? Ouvrez le lien du courriel que vous avez reçu.',
  },

  preJoin: {
    tab: (title) => `Rejoindre · ${title}`,
    withHost: (host) => `avec ${host}`,
    openNow: 'Ouvert maintenant',
    yourName: 'Votre nom',
    noName: 'Merci d’indiquer votre nom, pour que les autres sachent qui vous êtes.',
    join: 'Rejoindre',
    knock: 'Vous demandez à entrer, et l’hôte décide.',
    straightIn: 'La rencontre a commencé. Vous entrez directement.',
    full: 'Toutes les places de la salle sont prises. Dès que quelqu’un part, vous entrez automatiquement : gardez cette page ouverte.',
    wait: 'Vous attendez dans le foyer jusqu’à ce que l’hôte ouvre les portes.',
    backstage: 'Vous allez en coulisses. Les personnes qui attendent ne vous voient et ne vous entendent pas avant le début.',
    elsewhere: {
      title: 'Passer ici ?',
      text: 'Vous êtes déjà dans cette rencontre sur un autre appareil. Chaque lien donne une seule place : rejoindre ici y met fin là-bas.',
      stay: 'Rester là-bas',
      move: 'Passer ici',
    },
  },

  seat: {
    moved: {
      tab: (title) => `Ailleurs · ${title}`,
      heading: 'Vous êtes passé·e sur un autre appareil',
      text: (title) => `Votre place dans « ${title} » a été ouverte sur un autre appareil ou dans une autre fenêtre. Ici, la caméra et le micro sont coupés.`,
      useHere: 'Continuer ici',
    },
    shutOut: {
      tab: (title) => `Entrée refusée · ${title}`,
      heading: 'Vous ne pouvez pas entrer pour le moment',
      text: (title) => `L’hôte a fermé « ${title} » pour cette place. Si vous pensez que c’est une erreur, demandez-lui.`,
    },
    removed: { heading: 'L’hôte vous a fait sortir', text: (title) => `L’hôte vous a fait sortir de « ${title} ». Vous pouvez demander à revenir, et l’hôte décidera.` },
    denied: { heading: 'L’hôte ne vous a pas fait entrer', text: (title) => `L’hôte de « ${title} » ne vous a pas fait entrer cette fois. Vous pouvez demander de nouveau.` },
    banned: { heading: 'Vous ne pouvez pas entrer dans cette rencontre', text: (title) => `L’hôte a décidé que vous ne pouvez plus revenir dans « ${title} ». Si vous pensez que c’est une erreur, écrivez à qui vous a invité.` },
    revoked: { heading: 'Votre lien a été retiré', text: (title) => `Votre lien vers « ${title} » a été retiré. Si vous pensez que c’est une erreur, écrivez à qui vous a invité.` },
    ask: 'Demander à entrer',
  },

  otherSeat: {
    heading: 'Ce lien est-il le vôtre ?',
    belongsTo: (name) => `Il appartient à ${name}.`,
    youAre: (title, name) => `Dans ce navigateur, vous êtes dans « ${title} » sous le nom de ${name}.`,
    oneSeat: 'Il y a une place par lien : utiliser celui de quelqu’un d’autre lui prend la sienne.',
    back: 'Revenir à ma place',
    register: 'Inscrire quelqu’un d’autre',
    use: (name) => `Je suis ${name} : utiliser ce lien`,
  },
};
