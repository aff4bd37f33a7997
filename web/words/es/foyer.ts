import type { foyer as meant } from '../en/foyer.js';
import { counting } from '../numbers.js';

const count = counting('es');

export const foyer: typeof meant = {
  foyer: {
    tab: (title) => `Esperando · ${title}`,
    heading: 'Esperando a que empiece',
    doing: 'Entrarás en cuanto empiece la sesión. No tienes que pulsar nada.',
    noMedia: 'El sonido y la imagen no están disponibles en este momento. Llegarán solos.',
    hereAs: (name) => `Estás aquí como ${name}.`,
    startsIn: (left) => `Empieza en ${left}`,
    anyMoment: 'Las puertas se abrirán en cualquier momento.',
    opening: 'Se abren las puertas',
    opensIn: (time) => `Las puertas se abren en ${time}.`,
    stopped: 'Se ha detenido el comienzo. Sigues esperando.',
    itIsTime: 'Ha llegado la hora prevista. Las puertas se abrirán en cualquier momento.',
    lessThan: (minutes) => `Empieza en menos de ${minutes}.`,
    hostMissing: 'Quien dirige la sesión aún no está aquí. Le hemos enviado un aviso.',
    inTheirPlace: 'Puedes empezar en su lugar. Entonces dirigirás tú la sesión.',
  },

  door: { heading: 'Has llamado a la puerta', text: 'Quien dirige lo ve y te dejará entrar. No tienes que pulsar nada.' },

  backstage: {
    name: 'Entre bastidores',
    label: 'Antes de empezar',
    waiting: (people) => (people === 0 ? 'Todavía no espera nadie' : count(people, { one: 'Espera # persona', many: 'Esperan # de personas', other: 'Esperan # personas' })),
    opening: 'Enseguida te verán y te oirán',
    stopped: 'El comienzo está detenido. Siguen esperando.',
    stop: 'Detener',
    stopBy: 'Pulsa Escape para detenerlo.',
    unheardByHost: 'No te ven ni te oyen hasta que empieces.',
    unheard: 'No te ven ni te oyen hasta que empiece la sesión.',
    start: 'Empezar',
    steward: 'No ha venido nadie a dirigir la sesión. Puedes empezar tú.',
  },
};
