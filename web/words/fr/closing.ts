import type { closing as meant } from '../en/closing.js';

export const closing: typeof meant = {
  closing: {
    left: { heading: 'Vous êtes sorti·e', text: 'La rencontre continue sans vous. Vous pouvez revenir à tout moment jusqu’à la fin.' },
    leftEarly: { heading: 'Vous êtes sorti·e', text: 'Votre place vous est gardée. Revenez à l’heure, ou un peu avant.' },
    thanks: { heading: 'Merci d’être venu·e', text: 'La rencontre est terminée. La caméra et le micro sont coupés.' },
    calledOff: { heading: 'Cette rencontre a été annulée', text: 'L’hôte l’a annulée. La caméra et le micro sont coupés.' },
    ended: { heading: 'Cette rencontre est terminée', text: 'Elle est finie, et sa salle est fermée.' },
    cancelled: { heading: 'Cette rencontre a été annulée', text: 'Elle n’aura pas lieu. Les personnes inscrites ont été prévenues par courriel.' },
    missed: { heading: 'Cette rencontre n’a pas eu lieu', text: 'Personne ne l’a ouverte à l’heure prévue. Demandez une nouvelle date à la personne qui vous a invité·e.' },
    endedAt: (time) => `Fin : ${time}`,
    rejoin: 'Revenir',
    closePage: 'Vous pouvez fermer cette page.',
  },
};
