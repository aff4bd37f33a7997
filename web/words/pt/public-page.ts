import type { publicPage as meant } from '../en/public-page.js';

export const publicPage: typeof meant = {
  page: {
    lookAgain: (title) => `Confira de novo: ${title}`,
    invites: {
      meeting: (host) => `${host} convida você para uma reunião`,
      workshop: (host) => `${host} convida você para uma oficina`,
      webinar: (host) => `${host} convida você para um webinário`,
    },
    summary: {
      meeting: (host) => `Uma reunião com ${host}.`,
      workshop: (host) => `Uma oficina com ${host}.`,
      webinar: (host) => `Um webinário com ${host}.`,
    },
    sessionTime: 'Horário da sessão',
    yourTime: 'Seu horário',
    sameZone: (zone) => `${zone}, o mesmo da sessão`,
    about: 'Sobre esta sessão',
    liveTitle: 'Está acontecendo agora',
    liveText: 'Entre: quem conduz a sessão já está lá.',
    openTitle: 'Não é preciso se inscrever',
    openText: 'Venha no horário indicado, ou um pouco antes: você espera no foyer até que as portas se abram.',
    join: 'Entrar',
    liveRegister: 'Está acontecendo agora. Inscreva-se e o seu link será enviado na hora.',
    cancelled: { title: 'Cancelada', text: (host) => `${host} cancelou esta sessão. Você não precisa fazer nada: as pessoas inscritas foram avisadas.` },
    ended: { title: 'Já terminou', text: 'Esta sessão terminou. Agradecemos a todas as pessoas que vieram.' },
    missed: { title: 'Não aconteceu', text: (host) => `${host} não começou esta sessão. Se o horário mudar, as pessoas inscritas serão avisadas por e-mail.` },
    looksFirst: (host) => `${host} analisa cada inscrição primeiro. O seu link chega assim que a sua for aprovada.`,
    openUntil: 'Inscrições abertas até',
    closed: { title: 'As inscrições estão encerradas', text: 'Se você se inscreveu, o link pessoal do seu e-mail continua funcionando.' },
    notFound: { title: 'Não há sessão aqui', text: 'Não há nenhuma sessão neste endereço. Confira o link ou pergunte a quem o enviou.' },
  },

  form: {
    register: 'Inscrever-me',
    email: 'E-mail',
    emailHelp: 'O seu link pessoal será enviado para cá.',
    name: 'Nome',
    passcode: 'Código de acesso',
    passcodeHelp: 'Quem organiza deu o código a você.',
    needed: 'é necessário',
    chooseSome: '(escolha pelo menos uma opção)',
    choose: 'Escolha…',
    onlyIf: (question: string, answer: string) => `Só se a sua resposta a “${question}” for “${answer}”.`,
    onlyIfTicked: (question: string) => `Só se marcou “${question}”.`,
    again: 'Confira isto de novo, por favor:',
    failed: 'Não deu certo. Tente de novo, por favor.',
    unreachable: 'Não foi possível alcançar o Foyer. Tudo o que você escreveu continua aqui: verifique a sua conexão e toque em “Inscrever-me” de novo.',
  },

  sent: {
    title: 'Veja o seu e-mail',
    onItsWay: (address) => `O seu link pessoal está a caminho de ${address}.`,
    theAddress: 'o endereço informado',
    live: 'A sessão está acontecendo: o link leva diretamente para dentro.',
    later: 'A mensagem traz também um convite para a sua agenda. Abra o seu link na hora marcada.',
    pending: {
      onItsWay: (address) => `Recebemos a sua inscrição. Uma mensagem está a caminho de ${address}.`,
      next: (host) => `${host} analisa cada inscrição. O seu link chega por e-mail assim que a sua for aprovada.`,
    },
    waitlisted: {
      onItsWay: (address) => `Todas as vagas estão ocupadas. Uma mensagem está a caminho de ${address}.`,
      next: () => 'Quem se inscreve agora fica na lista de espera: assim que uma vaga for liberada, o link chega por e-mail. Uma vaga que já é sua continua sendo sua.',
    },
    nothing: 'Nada depois de alguns minutos? Procure na caixa de spam ou inscreva-se mais uma vez com o mesmo endereço.',
  },
};
