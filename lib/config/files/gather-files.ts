// All configuration files of one moment, each with its newest sound content. Knows no entry's meaning.
import { dirname, join } from 'node:path';
import type { ConfigProblem } from '@/lib/core/config-problem';
import type { FileContent } from './file-content';
import { createFileProblems, type FileProblems } from './file-problems';
import { CLIENT_FOLDERS, findConfigFiles } from './find-files';
import { readConfigFile } from './read-config-file';

export interface GatheredFile {
  /** Relative to the configuration folder. */
  name: string;
  content: FileContent;
  /** For what is found out later. Of an older content nothing is told any more: its lines are gone. */
  problems: FileProblems;
  /** The folder of the project that the file belongs to. */
  workspaceFolder: string;
  /** No file: what was configured in the panel (lib/config/panel). */
  isPanel: boolean;
}

export interface GatheredFiles {
  /** False when there is no configuration file at all: more likely a lost mount than a wish. */
  isFound: boolean;
  files: GatheredFile[];
  /** Those with an error; their older content counts, if there is any. */
  brokenFiles: string[];
  /** Of the folder itself. */
  problems: ConfigProblem[];
  /** One a file, in order, also of those that gave no content. */
  reports: FileProblems[];
}

/** `lastGood` holds the contents of the last call, by file name. */
export function gatherFiles(configPath: string, lastGood: ReadonlyMap<string, FileContent>): GatheredFiles {
  const found = findConfigFiles(configPath);
  const gathered: GatheredFiles = {
    isFound: found.files.length > 0,
    files: [],
    brokenFiles: [],
    problems: found.problems,
    reports: [],
  };
  for (const { name, ...file } of found.files) {
    const { content, isBroken, problems } = readConfigFile({ name, ...file });
    gathered.reports.push(problems);
    if (isBroken) gathered.brokenFiles.push(name);
    const older = isBroken ? lastGood.get(name) : undefined;
    if (older !== undefined) {
      gathered.files.push(olderFile(found.root, name, older));
    } else if (content !== null) {
      gathered.files.push({
        name,
        content,
        problems,
        workspaceFolder: workspaceOf(dirname(file.path)),
        isPanel: false,
      });
    }
  }
  keepUnlisted(gathered, lastGood, found.root);
  return gathered;
}

/** Files in a folder that cannot be listed any more are not gone, nor are all files at once: they count as broken. */
function keepUnlisted(gathered: GatheredFiles, lastGood: ReadonlyMap<string, FileContent>, root: string): void {
  const folders = gathered.problems.map(({ file }) => file).filter((folder) => folder !== '');
  for (const [name, content] of lastGood) {
    if (gathered.isFound && !folders.some((folder) => name.startsWith(`${folder}/`))) continue;
    gathered.brokenFiles.push(name);
    gathered.files.push(olderFile(root, name, content));
  }
}

function olderFile(root: string, name: string, content: FileContent): GatheredFile {
  const problems = createFileProblems(name, () => null);
  return { name, content, problems, workspaceFolder: workspaceOf(join(root, dirname(name))), isPanel: false };
}

/** `/project/.kiro/settings` belongs to `/project`; any other folder is its own project. */
function workspaceOf(folder: string): string {
  const segments = folder.split('/');
  const at = segments.findLastIndex((segment) => CLIENT_FOLDERS.has(segment));
  return at < 0 ? folder : segments.slice(0, at).join('/') || '/';
}
