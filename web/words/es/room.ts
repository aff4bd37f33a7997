import type { room as meant } from '../en/room.js';
import { counting, listing } from '../numbers.js';

const count = counting('es');
const list = listing('es');

export const room: typeof meant = {
  room: {
    tab: (place, title) => `${place} · ${title}`,
    inside: 'En la sala',
    live: 'En directo',
    controls: 'Controles',
    more: 'Más',
    devices: 'Dispositivos',
    devicesTitle: 'Cámara, micrófono, altavoz',
    leave: 'Salir',
    soundBlocked: 'El navegador no reproduce ningún sonido hasta que pulses algo.',
    hear: 'Activar el sonido',
    doorsOpen: 'Las puertas están abiertas. Estás en la sala.',
    allIn: (people) => count(people, { one: 'La persona que esperaba ya está dentro.', other: 'Las # personas que esperaban ya están dentro.' }),
    someIn: (those, of) => `${those} de ${of} dentro.`,
    notReached: (names, more) => `Aún sin conexión: ${list(more > 0 ? [...names, `${more} más`] : names)}.`,
    noHost: (time) => `No está nadie que dirija la sesión. Si nadie vuelve, la sesión terminará: ${time}.`,
    lost: 'Se ha perdido la conexión. Reconectando… Te guardamos la plaza.',
    interrupted: 'El sonido y la imagen se han interrumpido. Volverán solos.',
    blocked: 'El sonido y la imagen no pasan por esta red. Prueba con otra, como la de tu teléfono. Esta página sigue intentándolo.',
    endForAll: 'Terminar para todos',
    endAsk: '¿Terminar para todo el mundo?',
    endText: 'Todo el mundo sale de la sala y esta se cierra definitivamente. Para irte y dejar que los demás sigan, pulsa «Salir».',
    goOn: 'Continuar',
  },
};
