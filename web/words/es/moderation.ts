import type { moderation as meant } from '../en/moderation.js';
import { counting, listing } from '../numbers.js';

const count = counting('es');
const list = listing('es');

export const moderation: typeof meant = {
  moderation: {
    all: 'Para todo el mundo',
    muteAll: 'Silenciar a todos',
    allMuted: 'Todo el mundo está en silencio, salvo quien dirige.',
    mayUnmute: 'Pueden volver a activar su micrófono',
    stopAll: 'Detener todos los vídeos',
    allStopped: 'El vídeo de todo el mundo está detenido, salvo el de quien dirige.',
    mayStart: 'Pueden volver a encender su cámara',
    lock: 'Cerrar la sala con llave',
    lockHelp: 'Quien llegue nuevo tendrá que pedir entrar.',

    more: (name) => `Decidir sobre ${name}`,
    mute: 'Silenciar',
    letSpeak: 'Permitir el micrófono',
    stopVideo: 'Detener el vídeo',
    letShow: 'Permitir la cámara',
    invite: 'Invitar al escenario',
    takeBack: 'Retirar la invitación',
    takeOff: 'Bajar del escenario',
    remove: 'Expulsar',
    ban: 'Vetar',
    cancel: 'Cancelar',

    invited: 'Con invitación al escenario',
    declined: 'Prefiere no subir',
    cameraStopped: 'Vídeo detenido',

    removeAsk: (name) => `¿Expulsar a ${name}?`,
    removeText: 'Saldrá al momento. Podrá volver a pedir entrar, y tú decides.',
    banAsk: (name) => `¿Vetar a ${name}?`,
    banText: 'Saldrá al momento y nunca podrá volver a esta sesión. No se puede deshacer.',

    isMuted: (name) => `${name} está en silencio.`,
    maySpeak: (name) => `${name} ya puede hacerse oír.`,
    isStopped: (name) => `El vídeo de ${name} está detenido.`,
    mayShow: (name) => `${name} ya puede mostrarse.`,
    isInvited: (name) => `${name} tiene una invitación al escenario.`,
    isTakenBack: (name) => `Se ha retirado la invitación de ${name}.`,
    isOff: (name) => `${name} ya no está en el escenario.`,
    isRemoved: (name) => `${name} está fuera.`,
    isBanned: (name) => `${name} tiene un veto.`,

    audience: 'Público',
    find: 'Buscar a alguien del público',
    nobody: 'No hay nadie mirando con ese nombre.',
    moreFound: 'Hay más personas. Escribe más letras del nombre.',

    muted: 'Quien dirige te ha silenciado.',
    mutedHeld: 'Quien dirige te ha silenciado. Podrás hablar cuando te lo permita.',
    stopped: 'Quien dirige ha detenido tu vídeo.',
    stoppedHeld: 'Quien dirige ha detenido tu vídeo. Podrás mostrarlo cuando te lo permita.',
    let: 'Ya puedes hablar: activa tu micrófono cuando quieras.',
    letShown: 'Ya puedes volver a mostrar tu vídeo.',
    takenOff: 'Quien dirige te ha bajado del escenario. Sigues viendo y oyendo todo.',
    asked: 'Quien dirige te invita al escenario.',
    getReady: 'Prepararse',
    notNow: 'Ahora no',
    readyTitle: '¿Subir al escenario?',
    readyText: 'Todo el mundo te verá y te oirá tal como estás aquí.',
    come: 'Subir al escenario',
    askedNoMore: 'Se ha retirado tu invitación.',
    leaveStage: 'Bajar del escenario',
    saidNo: (names) => `Prefiere no subir al escenario: ${list(names)}.`,

    knocking: 'Piden entrar',
    knocks: (names) => `Pide entrar: ${list(names)}.`,
    manyKnock: (people) => count(people, { one: '# persona pide entrar.', many: '# de personas piden entrar.', other: '# personas piden entrar.' }),
    letIn: 'Dejar entrar',
    letAllIn: 'Dejar entrar a todos',
    deny: 'No dejar entrar',
    seeWho: 'Ver quiénes',
    wasRemoved: 'Expulsado antes',
    isIn: (name) => `${name} puede entrar.`,
    allIn: 'Todos los que lo pidieron pueden entrar.',
    isDenied: (name) => `${name} no puede entrar.`,
  },
};
