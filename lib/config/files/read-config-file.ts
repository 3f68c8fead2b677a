// One file from disk to content: read, parse, check. Never throws; what is wrong is in the problems.
import type { FileContent } from './file-content';
import { createFileProblems, type FileProblems } from './file-problems';
import type { FoundFile } from './find-files';
import { formatOfName, parseDocument } from './parse-document';
import { readMcpFile } from './read-mcp-file';
import { readRollcallFile } from './read-rollcall-file';
import { readText } from './read-text';

export interface FileReading {
  /** Null when nothing of it can be used. */
  content: FileContent | null;
  /** There is an error: the last good content counts instead, if there is one. */
  isBroken: boolean;
  problems: FileProblems;
}

/** A list of a thousand servers has a tenth of this. */
const FILE_LIMIT_BYTES = 4 * 1024 * 1024;

export function readConfigFile(file: FoundFile): FileReading {
  const text = readText(file.path, FILE_LIMIT_BYTES);
  if (!text.ok) return broken(file, text);
  const parsed = parseDocument(text.text, formatOfName(file.name) ?? 'json');
  if (!parsed.ok) return broken(file, parsed.fault);
  const { document } = parsed;
  const problems = createFileProblems(file.name, document.locate);
  for (const path of document.duplicates) {
    problems.warn(
      path,
      `"${String(path.at(-1))}" is written twice, and only the last one counts`,
      'Remove one of them.',
    );
  }
  if (file.kind === 'rollcall') return { ...readRollcallFile(document, problems), problems };
  const content = readMcpFile(document, problems, file.mayHoldNone);
  return { content, isBroken: content === null, problems };
}

interface WholeFileFault {
  message: string;
  remedy: string;
  position?: { line: number; column: number } | null;
}

function broken(file: FoundFile, { message, remedy, position = null }: WholeFileFault): FileReading {
  const problems = createFileProblems(file.name, () => position);
  problems.error([], message, remedy);
  return { content: null, isBroken: true, problems };
}
