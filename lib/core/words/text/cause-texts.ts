// What a language brings to say why something failed.
import type { FailureCode } from '@/lib/core/failure';

/** Facts fit to stand in a sentence: numbers with their units, names in a row. Null where nothing is known. */
export interface ToldFacts {
  /** "HTTP 503"; null also for a status that is good in itself. */
  http: string | null;
  /** "-32603". */
  rpcCode: string | null;
  exitCode: string | null;
  signal: string | null;
  took: string | null;
  limit: string | null;
  size: string | null;
  names: string | null;
  /** How many there are of what the names begin to list, or of entries; 1 when that is not known. */
  count: number;
  isOfAuthorization: boolean;
}

/** What a language has to bring beside its tables in text/: each a clause without its stop. */
export interface CauseTexts {
  codes: Record<FailureCode, (facts: ToldFacts) => string>;
  /** `cause`: one of those above. */
  ofHealth: (cause: string) => string;
  /** `names`: variables in a row; null when something else is wrong with the entry. */
  ofEntry: (names: string | null, count: number) => string;
  unknown: string;
}
