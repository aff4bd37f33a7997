import type { room as meant } from '../en/room.js';
import { counting, listing } from '../numbers.js';

const count = counting('de');
const list = listing('de');

export const room: typeof meant = {
  room: {
    tab: (place, title) => `${place} · ${title}`,
    inside: 'Im Raum',
    live: 'Läuft',
    controls: 'Steuerung',
    more: 'Mehr',
    devices: 'Geräte',
    devicesTitle: 'Kamera, Mikrofon, Lautsprecher',
    leave: 'Verlassen',
    soundBlocked: 'Der Browser spielt keinen Ton ab, bevor Sie etwas drücken.',
    hear: 'Ton einschalten',
    doorsOpen: 'Die Türen sind offen. Sie sind im Raum.',
    allIn: (people) => count(people, { one: 'Die Person, die gewartet hat, ist im Raum.', other: 'Alle #, die gewartet haben, sind im Raum.' }),
    someIn: (those, of) => `${those} von ${of} sind im Raum.`,
    notReached: (names, more) => `Noch nicht erreicht: ${list(more > 0 ? [...names, `${more} weitere`] : names)}.`,
    noHost: (time) => `Es ist niemand von der Leitung da. Kommt niemand zurück, endet die Veranstaltung: ${time}.`,
    lost: 'Die Verbindung ist abgerissen und wird wiederhergestellt … Ihr Platz bleibt Ihnen.',
    interrupted: 'Ton und Bild sind unterbrochen. Sie kommen von selbst zurück.',
    blocked: 'Ton und Bild kommen in diesem Netz nicht durch. Versuchen Sie es mit einem anderen, etwa dem Ihres Telefons. Diese Seite versucht es weiter.',
    endForAll: 'Für alle beenden',
    endAsk: 'Für alle beenden?',
    endText: 'Alle verlassen den Raum, und er schließt endgültig. Wenn nur Sie gehen und die anderen bleiben sollen, drücken Sie auf „Verlassen“.',
    goOn: 'Weitermachen',
  },
};
