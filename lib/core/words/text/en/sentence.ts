// What the whole page says: headline, trouble line, titles, in English.
import type { ShownStatus } from '@/lib/core/status/status';

/** Who answered a roll call. */
export interface Answered {
  /** Name of the server when only one was called. */
  only: string | null;
  answered: number;
  called: number;
  /** "14:03". */
  clock: string;
  isDelayed: boolean;
}

export const sentence = {
  statuses: {
    up: 'Up',
    degraded: 'Degraded',
    down: 'Down',
    locked: 'Locked',
    unknown: 'Unknown',
    maintenance: 'In maintenance',
    paused: 'Paused',
  } satisfies Record<ShownStatus, string>,
  notCalledYet: 'Not called yet',
  fresh: 'New',
  /** Each follows one name or a list of names. */
  clauses: {
    down: { one: 'is down', many: 'are down' },
    degraded: { one: 'is degraded', many: 'are degraded' },
    locked: { one: 'refuses our credential', many: 'refuse our credentials' },
    notCallable: { one: 'cannot be called', many: 'cannot be called' },
    askedAgain: {
      one: 'missed its last call and is being asked again',
      many: 'missed their last call and are being asked again',
    },
    maintenance: { one: 'is in maintenance', many: 'are in maintenance' },
    paused: { one: 'is paused', many: 'are paused' },
    uncertain: { one: 'is in an unknown state', many: 'are in an unknown state' },
    waiting: { one: 'waits for its first call', many: 'wait for their first call' },
  },
  nothingWrong: 'Nothing is wrong.',
  /** Titles of incidents about no server in particular. */
  goingOn: (titles: string) => `Going on: ${titles}.`,
  emptyRoll: 'There is no one on the roll yet.',
  firstCall: 'The first roll call is under way.',
  answered: ({ only, answered, called, clock, isDelayed }: Answered) => {
    const verb = only !== null && answered === 0 ? 'did not answer' : 'answered';
    const subject = only ?? subjectOf(answered, called);
    if (!isDelayed) return `${subject} ${verb} the ${clock} roll call in full.`;
    // A server's own name keeps its letters.
    const inside = only ?? subject.charAt(0).toLowerCase() + subject.slice(1);
    return `At the last roll call, at ${clock}, ${inside} ${verb} in full.`;
  },
  neverCalled: (count: number): string =>
    count === 1 ? 'The server cannot be called.' : 'None of the servers can be called.',
  excused: ({ only, count, isPaused }: { only: string | null; count: number; isPaused: boolean }) => {
    const [state, states] = isPaused ? ['paused', 'paused'] : ['in maintenance', 'in maintenance or paused'];
    return only === null ? `${subjectOf(count, count)} are ${states}.` : `${only} is ${state}.`;
  },
  delayed: 'Delayed',
  noCallYet: 'No call has been made yet.',
  lastCall: (clock: string, minutes: number) =>
    `The last call was at ${clock}${minutes < 1 ? '' : `, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`}.`,
};

function subjectOf(answered: number, called: number): string {
  if (answered === called) return called === 2 ? 'Both servers' : `All ${called} servers`;
  if (answered === 0) return called === 2 ? 'Neither of the 2 servers' : `None of the ${called} servers`;
  return `${answered} of ${called} servers`;
}
