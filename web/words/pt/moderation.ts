import type { moderation as meant } from '../en/moderation.js';
import { counting, listing } from '../numbers.js';

const count = counting('pt');
const list = listing('pt');

export const moderation: typeof meant = {
  moderation: {
    all: 'Para todo mundo',
    muteAll: 'Silenciar todos',
    allMuted: 'Todos estão sem som, menos quem conduz.',
    mayUnmute: 'Cada pessoa pode reativar o seu microfone',
    stopAll: 'Parar todos os vídeos',
    allStopped: 'O vídeo de todos está parado, menos o de quem conduz.',
    mayStart: 'Cada pessoa pode ligar de novo a sua câmera',
    lock: 'Trancar a sala',
    lockHelp: 'Quem chegar agora pede para entrar.',

    more: (name) => `Decidir sobre ${name}`,
    mute: 'Silenciar',
    letSpeak: 'Permitir o microfone',
    stopVideo: 'Parar o vídeo',
    letShow: 'Permitir a câmera',
    invite: 'Convidar ao palco',
    takeBack: 'Retirar o convite',
    takeOff: 'Tirar do palco',
    remove: 'Remover',
    ban: 'Banir',
    cancel: 'Cancelar',

    invited: 'Convite ao palco enviado',
    declined: 'Prefere não subir',
    cameraStopped: 'Vídeo parado',

    removeAsk: (name) => `Remover ${name}?`,
    removeText: 'A pessoa sai na hora. Ela pode pedir para entrar de novo, e você decide.',
    banAsk: (name) => `Banir ${name}?`,
    banText: 'A pessoa sai na hora e nunca mais volta a esta sessão. Não dá para desfazer.',

    isMuted: (name) => `${name} está sem som.`,
    maySpeak: (name) => `${name} já pode falar de novo.`,
    isStopped: (name) => `O vídeo de ${name} está parado.`,
    mayShow: (name) => `${name} já pode aparecer de novo.`,
    isInvited: (name) => `${name} recebeu um convite ao palco.`,
    isTakenBack: (name) => `O convite de ${name} foi retirado.`,
    isOff: (name) => `${name} não está mais no palco.`,
    isRemoved: (name) => `${name} saiu da sala.`,
    isBanned: (name) => `${name} não pode mais voltar.`,

    audience: 'Público',
    find: 'Procurar alguém no público',
    nobody: 'Ninguém com esse nome está assistindo.',
    moreFound: 'Há mais pessoas. Digite mais letras do nome.',

    muted: 'Quem conduz silenciou você.',
    mutedHeld: 'Quem conduz silenciou você. Você poderá falar quando isso for permitido.',
    stopped: 'Quem conduz parou o seu vídeo.',
    stoppedHeld: 'Quem conduz parou o seu vídeo. Você poderá mostrá-lo quando isso for permitido.',
    let: 'Você pode falar de novo: ative o seu microfone quando quiser.',
    letShown: 'Você pode mostrar o seu vídeo de novo.',
    takenOff: 'Quem conduz tirou você do palco. Você continua vendo e ouvindo tudo.',
    asked: 'Quem conduz convida você ao palco.',
    getReady: 'Preparar-se',
    notNow: 'Agora não',
    readyTitle: 'Subir ao palco?',
    readyText: 'Todos aqui vão ver e ouvir você como você está aqui.',
    come: 'Subir ao palco',
    askedNoMore: 'O seu convite foi retirado.',
    leaveStage: 'Sair do palco',
    saidNo: (names) => `Prefere não subir ao palco: ${list(names)}.`,

    knocking: 'Pedem para entrar',
    knocks: (names) => `Pede para entrar: ${list(names)}.`,
    manyKnock: (people) => count(people, { one: '# pessoa pede para entrar.', many: '# de pessoas pedem para entrar.', other: '# pessoas pedem para entrar.' }),
    letIn: 'Deixar entrar',
    letAllIn: 'Deixar todos entrarem',
    deny: 'Não deixar entrar',
    seeWho: 'Ver quem',
    wasRemoved: 'Removido antes',
    isIn: (name) => `${name} pode entrar.`,
    allIn: 'Todos os que pediram podem entrar.',
    isDenied: (name) => `${name} não vai entrar.`,
  },
};
