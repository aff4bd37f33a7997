import type { keys as meant } from '../en/keys.js';

export const keys: typeof meant = {
  keys: {
    title: 'Atalhos de teclado',
    active: 'Teclas isoladas funcionam, exceto enquanto você escreve',
    microphone: 'Desligar ou ligar o microfone',
    camera: 'Ligar ou desligar a câmera',
    hand: 'Levantar ou baixar a mão',
    view: 'Ver quem fala ou em grade',
  },
};
