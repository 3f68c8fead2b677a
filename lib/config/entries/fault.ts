// Why an entry cannot be called: said to visitors as the endpoint's problem, and to administrators with place and remedy.

import type { JSONPath } from '@/lib/config/files/json-document';
import { oneLine } from '@/lib/config/files/one-line';
import type { Unresolved } from './expand-variables';

export interface Fault {
  path: JSONPath;
  /** Without secrets, since visitors read it: "the url is not a web address". */
  message: string;
  remedy: string;
  /** The variable that is not set, if that is all that is wrong. */
  unsetVariable?: string;
}

const SHOWN_LENGTH = 60;

export function unresolvedFault(path: JSONPath, { reason, name }: Unresolved): Fault {
  const shown = oneLine(name, SHOWN_LENGTH);
  switch (reason) {
    case 'unset':
      return {
        path,
        message: `${shown} is not set`,
        remedy: `Set ${shown} in Rollcall's environment, or give a default: \${${shown}:-…}.`,
        unsetVariable: shown,
      };
    case 'empty':
      return {
        path,
        message: `${shown} is set but empty`,
        remedy: `Give it a value; if it may be empty, write \${${shown}:-}.`,
      };
    case 'private':
      return {
        path,
        message: `${shown} is Rollcall's own secret and is not passed on`,
        remedy: 'Use a variable made for this server.',
      };
    case 'input':
      return {
        path,
        message: `asks for input ${shown}: not available on a server; use \${env:…}`,
        remedy: "Replace the input by a variable and set it in Rollcall's environment.",
      };
    case 'secret':
      return {
        path,
        message: `there is no secret called ${shown}`,
        remedy: 'Give it in the panel, or name a variable instead.',
      };
    case 'unknown':
      return {
        path,
        message: `${shown} is no variable that Rollcall knows`,
        remedy: 'Write ${NAME}, ${NAME:-default} or ${env:NAME}.',
      };
    default:
      return reason satisfies never;
  }
}

/** One line for the endpoint, all reasons in it; null when there is none. Unset variables are named together. */
export function problemOf(faults: readonly Fault[]): string | null {
  const unset = [...new Set(faults.flatMap((fault) => fault.unsetVariable ?? []))];
  const others = [
    ...new Set(faults.filter((fault) => fault.unsetVariable === undefined).map((fault) => fault.message)),
  ];
  const reasons = unset.length > 0 ? [unsetMessage(unset), ...others] : others;
  return reasons.length === 0 ? null : oneLine(reasons.join('; '));
}

/** The variables that are not set, when nothing else is wrong; null otherwise. */
export function unsetVariables(faults: readonly Fault[]): string[] | null {
  const names = faults.flatMap(({ unsetVariable }) => unsetVariable ?? []);
  return names.length > 0 && names.length === faults.length ? [...new Set(names)] : null;
}

function unsetMessage(names: readonly string[]): string {
  if (names.length === 1) return `${names[0]} is not set`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are not set`;
}
