import type { keys as meant } from '../en/keys.js';

export const keys: typeof meant = {
  keys: {
    title: 'Atajos de teclado',
    active: 'Las teclas sueltas funcionan, salvo mientras escribes',
    microphone: 'Silenciar o activar el micrófono',
    camera: 'Encender o apagar la cámara',
    hand: 'Levantar o bajar la mano',
    view: 'Vista del orador o de cuadrícula',
  },
};
