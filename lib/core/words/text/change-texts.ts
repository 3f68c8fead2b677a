// What a language brings to tell a change of a server's list of tools.
import type { DriftCode } from '@/lib/core/drift/drift-change';

/** Names in backticks; they hold none themselves (shown-name.ts). */
export interface ToldChange {
  tool: string;
  /** The argument or part of the answer; null when the whole is meant. */
  path: string | null;
  /** What changed in the schema: "minimum"; null when the code says it all. */
  keyword: string | null;
}

/** What a language has to bring beside its tables in text/. */
export interface ChangeTexts {
  /** Each one line without a stop. */
  codes: Record<DriftCode, (change: ToldChange) => string>;
  /** Follows in brackets; null stands for none, or for one too long to be told. */
  detail: (keyword: string, was: string | null, now: string | null) => string;
}
