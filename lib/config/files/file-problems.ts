// Gathers what is wrong with one file, with line and column. Bounded, and free of passwords that stand in URLs.
import type { ConfigProblem } from '@/lib/core/config-problem';
import { formatPath, type JSONPath, type Position } from './json-document';
import { oneLine } from './one-line';

/** A file of nonsense could hold a million faults; nobody reads more than this. */
const PROBLEM_LIMIT = 50;
const PATH_LENGTH_LIMIT = 200;

export type Locate = (path: JSONPath) => Position | null;

/** A function is only asked when the problem is kept: looking for a near word among thousands takes time. */
export type Remedy = string | (() => string);

export interface FileProblems {
  readonly list: readonly ConfigProblem[];
  error(path: JSONPath, message: string, remedy: Remedy): void;
  warn(path: JSONPath, message: string, remedy: Remedy): void;
  /** Nothing to mend. */
  note(path: JSONPath, message: string): void;
  readonly notes: readonly ConfigNote[];
}

/** What was done with an entry that its author may not expect. */
export type ConfigNote = Pick<ConfigProblem, 'file' | 'line' | 'column' | 'path' | 'message'>;

/** `file` is relative to the configuration folder; `locate` gives null for a file that could not be parsed. */
export function createFileProblems(file: string, locate: Locate): FileProblems {
  const list: ConfigProblem[] = [];
  const notes: ConfigNote[] = [];
  let leftOut: ConfigProblem | null = null;
  let leftOutCount = 0;

  function add(severity: ConfigProblem['severity'], path: JSONPath, texts: { message: string; remedy: Remedy }) {
    if (list.length < PROBLEM_LIMIT) {
      const remedy = typeof texts.remedy === 'string' ? texts.remedy : texts.remedy();
      list.push({ severity, ...placed(path, texts.message), remedy: oneLine(remedy) });
      return;
    }
    if (leftOut === null) {
      leftOut = wholeFile({ severity, file, message: '', remedy: 'Mend the ones above first.' });
      list.push(leftOut);
    }
    leftOut.message = `and ${++leftOutCount} more`;
    if (severity === 'error') leftOut.severity = severity;
  }

  function placed(path: JSONPath, message: string): ConfigNote {
    const { line, column } = locate(path) ?? { line: null, column: null };
    return { file, line, column, path: oneLine(formatPath(path), PATH_LENGTH_LIMIT), message: oneLine(message) };
  }

  return {
    list,
    notes,
    error: (path, message, remedy) => add('error', path, { message, remedy }),
    warn: (path, message, remedy) => add('warning', path, { message, remedy }),
    note: (path, message) => {
      if (notes.length < PROBLEM_LIMIT) notes.push(placed(path, message));
    },
  };
}

/** A problem of the file as a whole, or of the configuration when `file` is empty. */
export function wholeFile(problem: Pick<ConfigProblem, 'severity' | 'file' | 'message' | 'remedy'>): ConfigProblem {
  return { ...problem, message: oneLine(problem.message), line: null, column: null, path: '' };
}
