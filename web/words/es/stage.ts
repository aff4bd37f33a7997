import type { stage as meant } from '../en/stage.js';

export const stage: typeof meant = {
  stage: {
    name: 'Escenario',
    empty: 'No hay nadie en el escenario en este momento. Aquí verás y oirás a quienes suban.',
    you: (name) => `${name} (tú)`,
    muted: 'Silenciado',
    beside: 'Los demás',
    cameraOf: (name) => `Cámara de ${name}`,
  },
};
