import type { polls as meant } from '../en/polls.js';
import { counting } from '../numbers.js';

const count = counting('de');
const percent = new Intl.NumberFormat('de', { style: 'percent' });

export const polls: typeof meant = {
  polls: {
    name: 'Umfragen',
    one: 'Umfrage:',
    toIt: 'Abstimmen',
    make: 'Neue Umfrage',
    nothing: 'Es gibt noch keine Umfrage.',
    status: { draft: 'Entwurf, nur für die Leitung sichtbar', open: 'Offen', closed: 'Geschlossen' },
    thanks: 'Ihre Stimme ist angekommen.',
    change: 'Ändern',
    several: 'Wählen Sie so viele, wie Sie möchten.',
    vote: 'Abstimmen',
    yours: 'Ihre Stimme',
    share: (votes, part) => `${votes} · ${percent.format(part)}`,
    ballots: (people) => count(people, { one: '# Person hat abgestimmt.', other: '# haben abgestimmt.' }),
    open: 'Umfrage öffnen',
    close: 'Umfrage schließen',
    openAgain: 'Wieder öffnen',
    drop: 'Verwerfen',
    show: 'Allen das Ergebnis zeigen',
    hide: 'Ergebnis verbergen',
    everyoneSees: 'Alle sehen das Ergebnis.',
    opensLater: 'Sie lässt sich öffnen, sobald die Veranstaltung läuft.',
    question: 'Frage',
    option: (n) => `Antwort ${n}`,
    removeOption: (n) => `Antwort ${n} entfernen`,
    addOption: 'Weitere Antwort',
    allowSeveral: 'Mehrere Antworten sind möglich',
    openNow: 'Jetzt öffnen',
    keep: 'Als Entwurf behalten',
    discard: 'Nicht behalten',
  },
};
