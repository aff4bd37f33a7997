import type { wayIn as meant } from '../en/way-in.js';

export const wayIn: typeof meant = {
  unreachable: {
    server: 'El servidor no responde bien en este momento.',
    crowd: 'Está entrando muchísima gente en este momento.',
    offline: 'No hay conexión con el servidor en este momento.',
    refused: 'No ha funcionado.',
    room: 'No se ha podido cargar la sala.',
    tab: 'Sin conexión',
    heading: 'No conseguimos llegar a la sesión',
    keepsTrying: (why) => `${why} Esta página sigue intentándolo. Te guardamos la plaza.`,
  },
  opening: 'Abriendo la sesión',

  deadLink: {
    tab: 'El enlace no funciona',
    heading: 'Este enlace ya no funciona',
    text: 'Puede que lo haya sustituido otro más reciente o que se perdiera una parte al copiarlo.',
    newest: 'Abre el enlace del correo más reciente que tengas sobre esta sesión.',
    register: 'O inscríbete otra vez con la misma dirección: te volvemos a enviar el enlace.',
    ask: 'O pregunta a quien te invitó.',
  },

  registrationNeeded: {
    text: 'A esta sesión se entra con un enlace personal. Inscríbete y te lo enviamos por correo.',
    already: '¿Ya te inscribiste? Abre el enlace del correo que recibiste.',
  },

  preJoin: {
    tab: (title) => `Entrar · ${title}`,
    withHost: (host) => `con ${host}`,
    openNow: 'Abierta ahora',
    yourName: 'Tu nombre',
    noName: 'Indica tu nombre, por favor, para que los demás sepan quién eres.',
    join: 'Entrar',
    knock: 'Pides entrar, y quien dirige decide.',
    straightIn: 'La sesión ha empezado. Entras directamente.',
    full: 'Todas las plazas de la sala están ocupadas. En cuanto alguien salga, entras automáticamente: deja esta página abierta.',
    wait: 'Esperas en el vestíbulo hasta que se abran las puertas.',
    backstage: 'Vas entre bastidores. Quienes esperan no te ven ni te oyen antes de empezar.',
    elsewhere: {
      title: '¿Pasar aquí?',
      text: 'Ya estás en esta sesión en otro dispositivo. Cada enlace da una sola plaza: si entras aquí, sales de allí.',
      stay: 'Seguir allí',
      move: 'Pasar aquí',
    },
  },

  seat: {
    moved: {
      tab: (title) => `En otro lugar · ${title}`,
      heading: 'Has pasado a otro dispositivo',
      text: (title) => `Tu plaza en «${title}» se ha abierto en otro dispositivo o en otra ventana. Aquí la cámara y el micrófono están apagados.`,
      useHere: 'Seguir aquí',
    },
    shutOut: {
      tab: (title) => `Sin acceso · ${title}`,
      heading: 'Ahora mismo no puedes entrar',
      text: (title) => `Quien dirige «${title}» ha cerrado la sesión para esta plaza. Si crees que es un error, pregúntale.`,
    },
    removed: { heading: 'Quien dirige te ha expulsado', text: (title) => `Quien dirige «${title}» te ha expulsado. Puedes volver a pedir entrar, y decidirá.` },
    denied: { heading: 'No te han dejado entrar', text: (title) => `Quien dirige «${title}» no te ha dejado entrar ahora. Puedes volver a pedirlo.` },
    banned: { heading: 'No puedes entrar en esta sesión', text: (title) => `Quien dirige ha decidido que no puedes volver a «${title}». Si crees que es un error, escribe a quien te invitó.` },
    revoked: { heading: 'Se ha retirado tu enlace', text: (title) => `Se ha retirado tu enlace a «${title}». Si crees que es un error, escribe a quien te invitó.` },
    ask: 'Pedir entrar',
  },

  otherSeat: {
    heading: '¿Este enlace es tuyo?',
    belongsTo: (name) => `Pertenece a ${name}.`,
    youAre: (title, name) => `En este navegador estás en «${title}» como ${name}.`,
    oneSeat: 'Hay una plaza por enlace: usar el de otra persona le quita la suya.',
    back: 'Volver a mi plaza',
    register: 'Inscribir a otra persona',
    use: (name) => `Soy ${name}: usar este enlace`,
  },
};
