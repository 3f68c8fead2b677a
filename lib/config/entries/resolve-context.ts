// What resolving an entry works with and what it finds on the way. Knows no transport.

import type { FileProblems } from '@/lib/config/files/file-problems';
import type { VariableScope } from './expand-variables';
import { createExpander, type Expander } from './expander';
import type { Fault } from './fault';

/** The file that an entry or a setting stands in. */
export interface SourceFile {
  /** Relative to the configuration folder. */
  name: string;
  problems: FileProblems;
  scope: VariableScope;
  /** No file: what was configured in the panel. */
  isPanel: boolean;
}

export interface Findings {
  /** Each of them keeps the endpoint from being called. */
  faults: Fault[];
  /** Harmless, but worth a warning. */
  hints: Fault[];
  /** Values that must never be shown. */
  secrets: string[];
}

export interface ResolveContext {
  expander: Expander;
  findings: Findings;
  scope: VariableScope;
}

export function createContext({ scope }: SourceFile): ResolveContext {
  const faults: Fault[] = [];
  return { expander: createExpander(scope, faults), findings: { faults, hints: [], secrets: [] }, scope };
}

/** A fault of one entry is a warning of its file: the rest of the file is applied. */
export function reportFindings({ faults, hints }: Findings, problems: FileProblems): void {
  for (const { path, message, remedy } of [...faults, ...hints]) problems.warn(path, message, remedy);
}
