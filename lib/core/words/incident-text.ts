// Incidents in words: their titles, and what the machine tells in them. What people wrote is theirs and stays as it is.
import type { MachineNote, TroubleFacts } from '@/lib/core/incident/incident';
import type { IncidentHead } from '@/lib/core/incident-view';
import { causeText } from './cause-text';
import { effectText, reasonText, type Troubled, troubleTitle } from './explain';
import { durationText, listText } from './format';
import { DEFAULT_LANGUAGE, type Language } from './language';
import { safeText } from './safe-text';
import { wordsOf } from './words';

/** More servers than this are counted, not told one by one. */
const TOLD = 3;

/** "github-tools refuses the handshake"; "warehouse, notebooks and 3 more are down"; or what a person wrote. */
export function incidentTitle(
  { writtenTitle, causes }: Pick<IncidentHead, 'writtenTitle' | 'causes'>,
  language: Language = DEFAULT_LANGUAGE,
): string {
  if (writtenTitle !== null) return safeText(writtenTitle, 200);
  const words = wordsOf(language);
  const [first, second] = causes;
  if (!first) return words.incidents.untitled;
  if (!second) return causeTitle(first, language);
  const names = namesOf(causes, language);
  const isSame = causes.every(({ state }) => state === first.state);
  return isSame ? `${names} ${words.sentence.clauses[first.state].many}` : words.incidents.manyTroubled(names);
}

/** As `machineText`, below a title that says already what befell whom. */
export function machineTextBelowTitle(note: MachineNote, language: Language = DEFAULT_LANGUAGE): string {
  return note.kind === 'opened' ? noticed(note.server, language).join(' ') : machineText(note, language);
}

/** What happened, and what the people who use it notice. */
export function machineText(note: MachineNote, language: Language = DEFAULT_LANGUAGE): string {
  const words = wordsOf(language).incidents;
  switch (note.kind) {
    case 'opened':
      return whatHappened(note.server, language);
    case 'joined':
      return words.also(whatHappened(note.server, language));
    case 'worsened':
      return words.worse(whatHappened(note.server, language));
    case 'reopened':
      return words.again(whatHappened(note.server, language));
    case 'resolved': {
      const { servers, startedAt, endedAt } = note;
      const span = durationText(endedAt - startedAt, language);
      const well = words.wellAgain(namesOf(servers, language), servers.length, span);
      const reasons = servers.slice(0, TOLD).map((server) => lastedAs(server, servers.length, language));
      return reasons.length === 0 ? well : `${well} ${words.whatItWas(reasons.join('; '))}`;
    }
    case 'unwatched':
      return words.unwatched(namesOf(note.servers, language), note.servers.length);
    default:
      return note satisfies never;
  }
}

function whatHappened(server: TroubleFacts, language: Language): string {
  return [`${causeTitle(server, language)}.`, ...noticed(server, language)].join(' ');
}

function noticed(server: TroubleFacts, language: Language): string[] {
  const troubled = troubledOf(server);
  const reason = reasonText(troubled, language);
  const effect = effectText(troubled, language);
  return [reason && `${reason}.`, effect].filter((part): part is string => part !== null && part !== '');
}

/** With its name where there are others beside it; alone it has just been named. */
function lastedAs(server: TroubleFacts, count: number, language: Language): string {
  const { reason } = troubledOf(server);
  const isTold = count === 1 && server.message !== null && reason !== null;
  return isTold ? causeText(reason, language) : causeTitle(server, language);
}

function causeTitle(server: TroubleFacts, language: Language): string {
  return troubleTitle({ ...troubledOf(server), title: safeText(server.title, 80) }, language);
}

function troubledOf(told: TroubleFacts): Troubled {
  const { type, state, stage, code, message, facts, toolCount, badDependencies } = told;
  return {
    type,
    status: state,
    reason: message === null && code === null ? null : { stage, code, message: message ?? '', ...(facts && { facts }) },
    toolCount,
    dependencies: badDependencies.map((name) => ({ name, state: 'failed' })),
  };
}

function namesOf(servers: readonly TroubleFacts[], language: Language): string {
  const names = servers.map(({ title }) => safeText(title, 80));
  return listText(names, TOLD, language);
}
