import type { closing as meant } from '../en/closing.js';

export const closing: typeof meant = {
  closing: {
    left: { heading: 'Has salido', text: 'La sesión sigue sin ti. Puedes volver en cualquier momento hasta que termine.' },
    leftEarly: { heading: 'Has salido', text: 'Te guardamos la plaza. Vuelve cuando sea la hora, o un poco antes.' },
    thanks: { heading: 'Gracias por venir', text: 'La sesión ha terminado. La cámara y el micrófono están apagados.' },
    calledOff: { heading: 'Esta sesión se ha cancelado', text: 'Quien la dirige la ha cancelado. La cámara y el micrófono están apagados.' },
    ended: { heading: 'Esta sesión ha terminado', text: 'Ha terminado y su sala está cerrada.' },
    cancelled: { heading: 'Esta sesión se ha cancelado', text: 'No se celebrará. Hemos avisado por correo a todas las personas inscritas.' },
    missed: { heading: 'Esta sesión no se celebró', text: 'Nadie la abrió a la hora prevista. Pide una nueva fecha a quien te invitó.' },
    endedAt: (time) => `Terminó: ${time}`,
    rejoin: 'Volver a entrar',
    closePage: 'Puedes cerrar esta página.',
  },
};
