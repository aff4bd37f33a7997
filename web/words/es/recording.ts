import type { Words } from '../en.js';

/** Lo que se dice de las grabaciones. */
export const recording: Pick<Words, 'recording'> = {
  recording: {
    agree: 'Acepto que se me grabe',
    seenBy: {
      hosts: 'Un anfitrión puede grabar el sonido, la imagen y la pantalla de quien los envíe. Después pueden verlo los anfitriones.',
      everyone: 'Un anfitrión puede grabar el sonido, la imagen y la pantalla de quien los envíe. Después pueden verlo todos los que estuvieron.',
    },
    agreeFirst: 'Acéptalo primero, o quédate fuera.',
    on: 'Grabando',
    begun: 'Esta sesión se está grabando.',
    over: 'La grabación ha terminado.',
    record: 'Grabar',
    stop: 'Detener la grabación',
    heading: 'Grabación',
    preparing: 'La grabación se está preparando.',
    somebody: 'Alguien',
    kinds: { sound: 'Sonido', picture: 'Imagen', screen: 'Pantalla', 'screen-sound': 'Sonido de la pantalla' },
  },
};
