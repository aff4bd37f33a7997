import type { sharing as meant } from '../en/sharing.js';

export const sharing: typeof meant = {
  sharing: {
    share: 'Compartilhar tela',
    stop: 'Parar de compartilhar',
    youShare: 'Você está compartilhando a sua tela.',
    failed: 'Não foi possível compartilhar a sua tela. Talvez o sistema não permita isso ao navegador; permita e tente de novo.',
    screenOf: (name) => `Tela de ${name}`,
    shares: (name) => `${name} está compartilhando a tela.`,
    ended: 'A tela não está mais sendo compartilhada.',
  },
};
