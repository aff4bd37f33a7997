import type { Words } from '../en.js';

/** O que se diz das gravações. */
export const recording: Pick<Words, 'recording'> = {
  recording: {
    agree: 'Aceito ser gravado(a)',
    seenBy: {
      hosts: 'Um anfitrião pode gravar o som, a imagem e o ecrã de quem os envia. Depois, os anfitriões podem ver.',
      everyone: 'Um anfitrião pode gravar o som, a imagem e o ecrã de quem os envia. Depois, todos os que estiveram presentes podem ver.',
    },
    agreeFirst: 'Aceite primeiro, ou fique de fora.',
    on: 'A gravar',
    begun: 'Esta sessão está a ser gravada.',
    over: 'A gravação terminou.',
    record: 'Gravar',
    stop: 'Parar a gravação',
    heading: 'Gravação',
    preparing: 'A gravação está a ser preparada.',
    somebody: 'Alguém',
    kinds: { sound: 'Som', picture: 'Imagem', screen: 'Ecrã', 'screen-sound': 'Som do ecrã' },
  },
};
