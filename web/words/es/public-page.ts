import type { publicPage as meant } from '../en/public-page.js';

export const publicPage: typeof meant = {
  page: {
    lookAgain: (title) => `Revísalo, por favor: ${title}`,
    invites: {
      meeting: (host) => `${host} te invita a una reunión`,
      workshop: (host) => `${host} te invita a un taller`,
      webinar: (host) => `${host} te invita a un seminario web`,
    },
    summary: {
      meeting: (host) => `Una reunión con ${host}.`,
      workshop: (host) => `Un taller con ${host}.`,
      webinar: (host) => `Un seminario web con ${host}.`,
    },
    sessionTime: 'Hora de la sesión',
    yourTime: 'Tu hora',
    sameZone: (zone) => `${zone}, la misma que la de la sesión`,
    about: 'Acerca de esta sesión',
    liveTitle: 'Ya está en marcha',
    liveText: 'Entra: quien dirige la sesión ya está dentro.',
    openTitle: 'No hace falta inscribirse',
    openText: 'Ven a la hora indicada, o un poco antes: esperas en el vestíbulo hasta que se abran las puertas.',
    join: 'Entrar',
    liveRegister: 'Ya está en marcha. Inscríbete y te enviamos tu enlace enseguida.',
    cancelled: { title: 'Cancelada', text: (host) => `${host} ha cancelado esta sesión. No tienes que hacer nada: hemos avisado a todas las personas inscritas.` },
    ended: { title: 'Ha terminado', text: 'Esta sesión ha terminado. Gracias a todas las personas que vinieron.' },
    missed: { title: 'No se celebró', text: (host) => `${host} no ha empezado esta sesión. Si cambia de horario, avisaremos por correo a las personas inscritas.` },
    looksFirst: (host) => `${host} revisa primero cada inscripción. Tu enlace llega en cuanto se apruebe la tuya.`,
    openUntil: 'Inscripción abierta hasta el',
    closed: { title: 'La inscripción está cerrada', text: 'Si te inscribiste, el enlace personal de tu correo sigue funcionando.' },
    notFound: { title: 'Aquí no hay ninguna sesión', text: 'No hay ninguna sesión en esta dirección. Revisa el enlace o pregunta a quien te lo envió.' },
  },

  form: {
    register: 'Inscribirme',
    email: 'Correo electrónico',
    emailHelp: 'Aquí te enviamos tu enlace personal.',
    name: 'Nombre',
    passcode: 'Clave de acceso',
    passcodeHelp: 'Te la dio quien organiza.',
    needed: 'es necesario',
    chooseSome: '(elige al menos una opción)',
    choose: 'Elige…',
    onlyIf: (question: string, answer: string) => `Solo si tu respuesta a «${question}» es «${answer}».`,
    onlyIfTicked: (question: string) => `Solo si has marcado «${question}».`,
    again: 'Revisa esto, por favor:',
    failed: 'No ha funcionado. Vuelve a intentarlo, por favor.',
    unreachable: 'No hemos podido conectar con Foyer. Todo lo que escribiste sigue aquí: comprueba tu conexión y pulsa «Inscribirme» otra vez.',
  },

  sent: {
    title: 'Mira tu correo',
    onItsWay: (address) => `Tu enlace personal va de camino a ${address}.`,
    theAddress: 'la dirección que indicaste',
    live: 'La sesión está en marcha: el enlace te lleva directamente adentro.',
    later: 'El mensaje trae también una invitación para tu calendario. Abre tu enlace cuando sea la hora.',
    pending: {
      onItsWay: (address) => `Tenemos tu inscripción. Un mensaje va de camino a ${address}.`,
      next: (host) => `${host} revisa cada inscripción. Tu enlace llega por correo en cuanto se apruebe la tuya.`,
    },
    waitlisted: {
      onItsWay: (address) => `Todas las plazas están ocupadas. Un mensaje va de camino a ${address}.`,
      next: () => 'Quien se inscribe ahora queda en lista de espera: en cuanto se libere una plaza, el enlace llega por correo. Si ya tienes una plaza, sigue siendo tuya.',
    },
    nothing: '¿No ha llegado nada en unos minutos? Mira en el correo no deseado o inscríbete otra vez con la misma dirección.',
  },
};
