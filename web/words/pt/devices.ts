import type { devices as meant } from '../en/devices.js';

export const devices: typeof meant = {
  devices: {
    both: 'Câmera e microfone',
    allow: 'Permita a câmera e o microfone quando o navegador perguntar.',
    noPicture: 'Sem imagem sua',
    cameraIsOff: 'A sua câmera está desligada',
    muted: 'O seu microfone está desligado. Ninguém ouvirá você.',
    withoutThem: 'Você pode entrar sem isso.',
    change: 'Trocar dispositivos',
    camera: 'Câmera',
    noCamera: 'Sem câmera',
    microphone: 'Microfone',
    noMicrophone: 'Sem microfone',
    speaker: 'Alto-falante',
    blur: 'Desfocar o meu fundo',
    playSound: 'Tocar um som',
    works: 'O seu microfone funciona.',
    saySomething: 'Diga algo: a barra acompanha a sua voz.',
    mirror: 'A sua câmera, como os outros verão você, espelhada',
    mute: 'Silenciar',
    unmute: 'Ativar microfone',
    cameraOff: 'Desligar câmera',
    cameraOn: 'Ligar câmera',
    standIn: {
      camera: (name) => `A sua câmera foi desconectada. Agora você aparece por outra: ${name}.`,
      microphone: (name) => `O seu microfone foi desconectado. Agora você é ouvido por outro: ${name}.`,
    },
  },

  trouble: {
    camera: {
      insecure: 'A câmera só funciona em um endereço que comece com https.',
      denied: 'Esta página não tem permissão para usar a sua câmera. Permita no navegador (o sinal ao lado do endereço) e tente de novo.',
      missing: 'Nenhuma câmera foi encontrada. Conecte uma e tente de novo.',
      busy: 'Outro programa está usando a sua câmera. Feche-o e tente de novo.',
      unplugged: 'A sua câmera foi desconectada. Conecte-a de novo ou escolha outra.',
      failed: 'Não foi possível ligar a sua câmera. Tente de novo.',
    },
    microphone: {
      insecure: 'O microfone só funciona em um endereço que comece com https.',
      denied: 'Esta página não tem permissão para usar o seu microfone. Permita no navegador (o sinal ao lado do endereço) e tente de novo.',
      missing: 'Nenhum microfone foi encontrado. Conecte um e tente de novo.',
      busy: 'Outro programa está usando o seu microfone. Feche-o e tente de novo.',
      unplugged: 'O seu microfone foi desconectado. Conecte-o de novo ou escolha outro.',
      failed: 'Não foi possível ligar o seu microfone. Tente de novo.',
    },
    both: {
      insecure: 'A câmera e o microfone só funcionam em um endereço que comece com https.',
      denied: 'Esta página não tem permissão para usar a sua câmera e o seu microfone. Permita no navegador (o sinal ao lado do endereço) e tente de novo.',
      missing: 'Nem câmera nem microfone foram encontrados. Conecte-os e tente de novo.',
      busy: 'Outro programa está usando a sua câmera e o seu microfone. Feche-o e tente de novo.',
      unplugged: 'A sua câmera e o seu microfone foram desconectados. Conecte-os de novo ou escolha outros.',
      failed: 'Não foi possível ligar a sua câmera e o seu microfone. Tente de novo.',
    },
  },
};
