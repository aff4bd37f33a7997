import type { wayIn as meant } from '../en/way-in.js';

export const wayIn: typeof meant = {
  unreachable: {
    server: 'O servidor não está respondendo direito no momento.',
    crowd: 'Muita gente está entrando neste momento.',
    offline: 'Não há conexão com o servidor no momento.',
    refused: 'Não deu certo.',
    room: 'Não foi possível carregar a sala.',
    tab: 'Sem conexão',
    heading: 'Não conseguimos chegar à sessão',
    keepsTrying: (why) => `${why} Esta página continua tentando. O seu lugar está guardado.`,
  },
  opening: 'Abrindo a sessão',

  deadLink: {
    tab: 'O link não funciona',
    heading: 'Este link já não funciona',
    text: 'Ele pode ter sido substituído por um mais novo, ou uma parte se perdeu ao ser copiado.',
    newest: 'Abra o link do e-mail mais recente que você tem sobre esta sessão.',
    register: 'Ou inscreva-se de novo com o mesmo endereço: o link será enviado mais uma vez.',
    ask: 'Ou pergunte a quem convidou você.',
  },

  registrationNeeded: {
    text: 'Entra-se nesta sessão com um link pessoal. Inscreva-se e ele será enviado por e-mail.',
    already: 'Já se inscreveu? Abra o link do e-mail que você recebeu.',
  },

  preJoin: {
    tab: (title) => `Entrar · ${title}`,
    withHost: (host) => `com ${host}`,
    openNow: 'Aberta agora',
    yourName: 'Seu nome',
    noName: 'Informe o seu nome, por favor, para que os outros saibam quem você é.',
    join: 'Entrar',
    knock: 'Você pede para entrar, e quem conduz decide.',
    straightIn: 'A sessão já começou. Você entra direto.',
    full: 'Todos os lugares da sala estão ocupados. Assim que alguém sair, você entra automaticamente: deixe esta página aberta.',
    wait: 'Você espera no foyer até que as portas se abram.',
    backstage: 'Você vai para os bastidores. Quem espera não vê nem ouve você antes do começo.',
    elsewhere: {
      title: 'Passar para cá?',
      text: 'Você já está nesta sessão em outro dispositivo. Cada link vale um lugar: ao entrar aqui, você sai de lá.',
      stay: 'Continuar lá',
      move: 'Passar para cá',
    },
  },

  seat: {
    moved: {
      tab: (title) => `Em outro lugar · ${title}`,
      heading: 'Você passou para outro dispositivo',
      text: (title) => `O seu lugar em “${title}” foi aberto em outro dispositivo ou em outra janela. Aqui a câmera e o microfone estão desligados.`,
      useHere: 'Continuar aqui',
    },
    shutOut: {
      tab: (title) => `Sem acesso · ${title}`,
      heading: 'Você não pode entrar no momento',
      text: (title) => `Quem conduz “${title}” fechou a sessão para este lugar. Se você acha que é um engano, pergunte a essa pessoa.`,
    },
    removed: { heading: 'Quem conduz removeu você', text: (title) => `Quem conduz removeu você de “${title}”. Você pode pedir para entrar de novo, e quem conduz decide.` },
    denied: { heading: 'Você não foi admitido agora', text: (title) => `Quem conduz “${title}” não deixou você entrar agora. Você pode pedir de novo.` },
    banned: { heading: 'Você não pode entrar nesta sessão', text: (title) => `Quem conduz decidiu que você não pode voltar a “${title}”. Se você acha que é um engano, escreva a quem convidou você.` },
    revoked: { heading: 'O seu link foi retirado', text: (title) => `O seu link para “${title}” foi retirado. Se você acha que é um engano, escreva a quem convidou você.` },
    ask: 'Pedir para entrar',
  },

  otherSeat: {
    heading: 'Este link é seu?',
    belongsTo: (name) => `Ele pertence a ${name}.`,
    youAre: (title, name) => `Neste navegador você está em “${title}” como ${name}.`,
    oneSeat: 'Há um lugar para cada link: usar o de outra pessoa tira o lugar dela.',
    back: 'Voltar ao meu lugar',
    register: 'Inscrever outra pessoa',
    use: (name) => `Eu sou ${name}: usar este link`,
  },
};
