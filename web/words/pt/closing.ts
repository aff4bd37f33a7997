import type { closing as meant } from '../en/closing.js';

export const closing: typeof meant = {
  closing: {
    left: { heading: 'Você saiu', text: 'A sessão continua sem você. Dá para voltar a qualquer momento até o fim.' },
    leftEarly: { heading: 'Você saiu', text: 'O seu lugar está guardado. Volte na hora marcada, ou um pouco antes.' },
    thanks: { heading: 'Que bom que você veio', text: 'A sessão terminou. A câmera e o microfone estão desligados.' },
    calledOff: { heading: 'Esta sessão foi cancelada', text: 'Quem a conduz a cancelou. A câmera e o microfone estão desligados.' },
    ended: { heading: 'Esta sessão terminou', text: 'Ela acabou, e a sala está fechada.' },
    cancelled: { heading: 'Esta sessão foi cancelada', text: 'Ela não vai acontecer. As pessoas inscritas foram avisadas por e-mail.' },
    missed: { heading: 'Esta sessão não aconteceu', text: 'Ninguém a abriu no horário previsto. Peça uma nova data a quem convidou você.' },
    endedAt: (time) => `Terminou: ${time}`,
    rejoin: 'Voltar à sessão',
    closePage: 'Você pode fechar esta página.',
  },
};
