// Incidents: what the machine tells, and what stands around what people tell, in English.
import type { AffectedState, IncidentImpact, IncidentStatus } from '@/lib/core/incident/incident';

export const incidents = {
  statuses: {
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring',
    resolved: 'Resolved',
    postmortem: 'Post-mortem',
  } satisfies Record<IncidentStatus, string>,
  impacts: {
    none: 'No impact',
    minor: 'Minor impact',
    major: 'Major impact',
    critical: 'Critical impact',
  } satisfies Record<IncidentImpact, string>,
  /** Beside the heading that says what it is of. */
  impactDegrees: { none: 'None', minor: 'Minor', major: 'Major', critical: 'Critical' } satisfies Record<
    IncidentImpact,
    string
  >,
  states: { operational: 'working', degraded: 'degraded', down: 'down' } satisfies Record<AffectedState, string>,
  tab: 'Incidents',
  months: 'Other months',
  suspected: 'Suspected',
  suspectedMeaning: 'Found by calling the servers; nobody has looked into it yet.',
  machineTells: 'seen by Rollcall',
  byTeam: 'by the team',
  untitled: 'Incident',
  /** Title of several servers in different trouble. */
  manyTroubled: (names: string) => `${names} are in trouble`,
  also: (what: string) => `Another server: ${what}`,
  worse: (what: string) => `It got worse: ${what}`,
  again: (what: string) => `It failed again: ${what}`,
  wellAgain: (names: string, count: number, span: string) =>
    `${names} ${count === 1 ? 'is' : 'are'} well again, after ${span}.`,
  /** Follows the above; `reasons` are sentences without their stop. */
  whatItWas: (reasons: string) => `What was wrong: ${reasons}.`,
  unwatched: (names: string, count: number) =>
    `${names} ${count === 1 ? 'is' : 'are'} no longer called, so nobody sees whether ${count === 1 ? 'it answers' : 'they answer'}. What was known until then ends here.`,
  current: 'Current incidents',
  moreGoingOn: (count: number) => `${count} more current ${count === 1 ? 'incident' : 'incidents'}`,
  past: 'Past incidents',
  all: 'All incidents',
  none: 'No incidents reported.',
  noneToday: 'No incidents reported today.',
  noneInMonth: 'No incidents reported this month.',
  when: 'When',
  moreThatDay: (count: number) => `${count} more that day`,
  lasted: 'Lasted',
  lastsSoFar: (span: string) => `${span} so far`,
  affected: 'Servers',
  noServers: 'No server in particular',
  impact: 'Impact',
  updates: 'Updates',
  edited: 'edited ',
  by: (name: string) => `by ${name}`,
  after: (span: string) => `${span} later`,
  seenTitle: 'What Rollcall saw',
  seenNote: 'The outages Rollcall recorded while this lasted, independent of what people wrote above.',
  lasting: 'still going on',
  allAnswer: 'All affected servers have answered again since ',
  incidentsOf: (month: string) => `Incidents in ${month}`,
  /** For search results. */
  description: (month: string, page: string) => `What broke at ${page} in ${month}, and what was done about it.`,
};
