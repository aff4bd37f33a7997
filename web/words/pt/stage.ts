import type { stage as meant } from '../en/stage.js';

export const stage: typeof meant = {
  stage: {
    name: 'Palco',
    empty: 'Não há ninguém no palco no momento. Aqui você verá e ouvirá quem subir.',
    you: (name) => `${name} (você)`,
    muted: 'Sem som',
    beside: 'Os demais',
    cameraOf: (name) => `Câmera de ${name}`,
  },
};
