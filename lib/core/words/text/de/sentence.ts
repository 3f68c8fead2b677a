// What the whole page says, in German.
import type { sentence as en } from '@/lib/core/words/text/en/sentence';

export const sentence: typeof en = {
  statuses: {
    up: 'Verfügbar',
    degraded: 'Beeinträchtigt',
    down: 'Ausgefallen',
    locked: 'Gesperrt',
    unknown: 'Unbekannt',
    maintenance: 'In Wartung',
    paused: 'Pausiert',
  },
  notCalledYet: 'Noch nicht aufgerufen',
  fresh: 'Neu',
  clauses: {
    down: { one: 'ist ausgefallen', many: 'sind ausgefallen' },
    degraded: { one: 'ist beeinträchtigt', many: 'sind beeinträchtigt' },
    locked: { one: 'weist unsere Zugangsdaten zurück', many: 'weisen unsere Zugangsdaten zurück' },
    notCallable: { one: 'kann nicht aufgerufen werden', many: 'können nicht aufgerufen werden' },
    askedAgain: {
      one: 'hat den letzten Aufruf verpasst und wird erneut gefragt',
      many: 'haben den letzten Aufruf verpasst und werden erneut gefragt',
    },
    maintenance: { one: 'ist in Wartung', many: 'sind in Wartung' },
    paused: { one: 'ist pausiert', many: 'sind pausiert' },
    uncertain: { one: 'ist in unbekanntem Zustand', many: 'sind in unbekanntem Zustand' },
    waiting: { one: 'wartet auf den ersten Aufruf', many: 'warten auf den ersten Aufruf' },
  },
  nothingWrong: 'Alles ist in Ordnung.',
  goingOn: (titles) => `Derzeit: ${titles}.`,
  emptyRoll: 'Noch steht niemand auf der Liste.',
  firstCall: 'Der erste Appell läuft gerade.',
  answered: ({ only, answered, called, clock, isDelayed }) => {
    const subject = only ?? subjectOf(answered, called);
    const isOne = only !== null || answered === 0 || answered === 1;
    const inFull = only !== null && answered === 0 ? 'nicht vollständig' : 'vollständig';
    if (!isDelayed)
      return `${subject} ${isOne ? 'hat' : 'haben'} den Appell um ${clock}\u00a0Uhr ${inFull} beantwortet.`;
    const inside = only ?? subject.charAt(0).toLowerCase() + subject.slice(1);
    return `Beim letzten Appell um ${clock}\u00a0Uhr ${isOne ? 'hat' : 'haben'} ${inside} ${inFull} geantwortet.`;
  },
  neverCalled: (count) =>
    count === 1 ? 'Der Server kann nicht aufgerufen werden.' : 'Keiner der Server kann aufgerufen werden.',
  excused: ({ only, count, isPaused }) => {
    const [state, states] = isPaused ? ['pausiert', 'pausiert'] : ['in Wartung', 'in Wartung oder pausiert'];
    return only === null ? `${subjectOf(count, count)} sind ${states}.` : `${only} ist ${state}.`;
  },
  delayed: 'Verzögert',
  noCallYet: 'Es gab noch keinen Appell.',
  lastCall: (clock, minutes) =>
    `Der letzte Appell war um ${clock}\u00a0Uhr${minutes < 1 ? '' : `, vor ${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`}.`,
};

function subjectOf(answered: number, called: number): string {
  if (answered === called) return called === 2 ? 'Beide Server' : `Alle ${called} Server`;
  if (answered === 0) return called === 2 ? 'Keiner der beiden Server' : `Keiner der ${called} Server`;
  return `${answered} von ${called} Servern`;
}
