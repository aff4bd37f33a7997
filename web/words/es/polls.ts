import type { polls as meant } from '../en/polls.js';
import { counting } from '../numbers.js';

const count = counting('es');
const percent = new Intl.NumberFormat('es', { style: 'percent' });

export const polls: typeof meant = {
  polls: {
    name: 'Encuestas',
    one: 'Encuesta:',
    toIt: 'Votar',
    make: 'Encuesta nueva',
    nothing: 'Todavía no hay ninguna encuesta.',
    status: { draft: 'Borrador: solo lo ven quienes dirigen', open: 'Abierta', closed: 'Cerrada' },
    thanks: 'Tu voto ha llegado.',
    change: 'Cambiarlo',
    several: 'Elige tantas como quieras.',
    vote: 'Votar',
    yours: 'tu voto',
    share: (votes, part) => `${votes} · ${percent.format(part)}`,
    ballots: (people) => count(people, { one: 'Ha votado # persona.', many: 'Han votado # de personas.', other: 'Han votado # personas.' }),
    open: 'Abrir la encuesta',
    close: 'Cerrar la encuesta',
    openAgain: 'Abrir de nuevo',
    drop: 'Descartar',
    show: 'Mostrar los resultados a todo el mundo',
    hide: 'Ocultar los resultados',
    everyoneSees: 'Todo el mundo ve los resultados.',
    opensLater: 'Se podrá abrir cuando la sesión haya empezado.',
    question: 'Pregunta',
    option: (n) => `Respuesta ${n}`,
    removeOption: (n) => `Quitar la respuesta ${n}`,
    addOption: 'Añadir una respuesta',
    allowSeveral: 'Se pueden elegir varias respuestas',
    openNow: 'Abrir ahora',
    keep: 'Guardar como borrador',
    discard: 'No guardar',
  },
};
