// Expands the texts of one entry and remembers what was missing and what must be kept secret. Knows no transport.

import type { JSONPath } from '@/lib/config/files/json-document';
import { expandVariables, type VariableScope } from './expand-variables';
import { type Fault, unresolvedFault } from './fault';

/** A text and where it stands in its file. */
export interface TextAt {
  text: string;
  path: JSONPath;
}

export interface Expanded {
  text: string;
  /** What variables put into it. */
  values: string[];
}

export interface Expander {
  expand(at: TextAt): Expanded;
  /** Knows these variables first; faults go to the same list. */
  withVariables(own: ReadonlyMap<string, string>): Expander;
  readonly faults: Fault[];
}

export function createExpander(scope: VariableScope, faults: Fault[] = []): Expander {
  return {
    faults,
    expand({ text, path }) {
      const expansion = expandVariables(text, scope);
      faults.push(...expansion.unresolved.map((unresolved) => unresolvedFault(path, unresolved)));
      return { text: expansion.text, values: expansion.values };
    },
    withVariables(own) {
      return createExpander({ ...scope, lookUp: (name) => own.get(name) ?? scope.lookUp(name) }, faults);
    },
  };
}
