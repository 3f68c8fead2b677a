// Which files make up the configuration that ROLLCALL_CONFIG points to. Looks at names only, never inside a file.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ConfigProblem } from '@/lib/core/config-problem';
import { wholeFile } from './file-problems';
import { errorCode } from './read-text';

export interface FoundFile {
  /** Absolute. */
  path: string;
  /** Relative to the configuration folder, with `/`. */
  name: string;
  kind: 'rollcall' | 'mcp';
  /** The client keeps other things under this name too, so a lack of servers is no reason to warn. */
  mayHoldNone: boolean;
}

export interface FoundFiles {
  /** Absolute path of the configuration folder. */
  root: string;
  /** rollcall.json first, then by path: a fixed order, since slugs of equal names depend on it. */
  files: FoundFile[];
  problems: ConfigProblem[];
}

const ROLLCALL_FILE = 'rollcall.json';

/** Folders in which clients keep their files inside a project; read with everything below them. */
export const CLIENT_FOLDERS: ReadonlySet<string> = new Set([
  ...['.amazonq', '.vscode', '.cursor', '.kiro', '.gemini', '.codex', '.continue', '.kilocode', '.roo', '.zed'],
  ...['.codeium', '.windsurf', '.cline', '.copilot', '.aws'],
]);

/** mcp.json, .mcp.json, team.mcp.json, mcp_config.json, cline_mcp_settings.json … */
const MCP_FILE = /mcp.*\.jsonc?$/i;
const CLIENT_FILES = new Set(['claude_desktop_config.json', 'opencode.json', 'opencode.jsonc']);
/** Zed's, Gemini's and VS Code's settings; the registry's description of one server, if that is what it is. */
const MIXED_FILES = /^(settings|default|server)\.json$|^\.claude\.json$/;
/** Amazon Q's and Kiro's agents; Codex's and Continue's settings, by their folder since the names are anybody's. */
const MIXED_PATHS = [
  /(^|\/)(cli-agents|agents)\/[^/]+\.json$/,
  /(^|\/)\.codex\/config\.toml$/,
  /(^|\/)\.continue\/config\.(ya?ml|json)$/,
  /(^|\/)\.continue\/mcpServers\/[^/]+\.(ya?ml|jsonc?)$/,
];

/** Locks of Emacs and shadows of macOS, which look like the file they accompany. */
const SHADOW_FILE = /^\.[#_]/;

const DEPTH_LIMIT = 4;
const FILE_LIMIT = 500;

const FIRST_STEP =
  'Put an mcp.json there, for example the one your MCP client uses, or set ROLLCALL_CONFIG to a file or folder that has one.';

/** Never throws; what cannot be listed is a problem. */
export function findConfigFiles(configPath: string): FoundFiles {
  const path = resolve(configPath);
  try {
    if (!statSync(path).isDirectory()) return singleFile(path);
  } catch (error) {
    const message = `there is no configuration at ${configPath} (${errorCode(error)})`;
    return {
      root: path,
      files: [],
      problems: [wholeFile({ severity: 'error', file: '', message, remedy: FIRST_STEP })],
    };
  }
  const found: FoundFiles = { root: path, files: [], problems: [] };
  listFolder({ found, folder: '', seen: new Set() });
  found.files.sort(inFixedOrder);
  if (found.files.length > FILE_LIMIT) {
    const message = `there are ${found.files.length} configuration files, and ${FILE_LIMIT} is the limit`;
    found.problems.push(
      wholeFile({ severity: 'error', file: '', message, remedy: 'Join some of them into one file.' }),
    );
    found.files.length = FILE_LIMIT;
  }
  if (found.files.length === 0 && found.problems.length === 0) {
    const message = `there is no configuration file in ${configPath}`;
    found.problems.push(wholeFile({ severity: 'error', file: '', message, remedy: FIRST_STEP }));
  }
  return found;
}

function singleFile(path: string): FoundFiles {
  const name = basename(path);
  const kind = name === ROLLCALL_FILE ? 'rollcall' : 'mcp';
  return { root: dirname(path), files: [{ path, name, kind, mayHoldNone: false }], problems: [] };
}

interface Listing {
  found: FoundFiles;
  /** Relative to the root; empty for the root itself. */
  folder: string;
  /** Real paths of folders, so that a link to a parent is not followed for ever. */
  seen: Set<string>;
}

function listFolder({ found, folder, seen }: Listing): void {
  const path = join(found.root, folder);
  let names: string[];
  try {
    const real = realpathSync(path);
    if (seen.has(real)) return;
    seen.add(real);
    names = readdirSync(path);
  } catch (error) {
    const message = `the folder cannot be listed (${errorCode(error)})`;
    const remedy = 'Check that Rollcall may read it.';
    found.problems.push(wholeFile({ severity: 'error', file: folder, message, remedy }));
    return;
  }
  const isInClientFolder = folder !== '';
  for (const base of names) {
    const name = isInClientFolder ? `${folder}/${base}` : base;
    // Not asked whether it is one: a client's folder that is a broken link must not look like one that is gone.
    const isOpened = CLIENT_FOLDERS.has(base) || (isInClientFolder && isFolder(join(path, base)));
    if (isOpened && name.split('/').length <= DEPTH_LIMIT) {
      listFolder({ found, folder: name, seen });
      continue;
    }
    const file = configFile(found.root, name);
    // A folder called mcp.json would be no file, but a broken link is: its target is on its way, or lost.
    if (file !== null && !isFolder(file.path)) found.files.push(file);
  }
}

function configFile(root: string, name: string): FoundFile | null {
  const path = join(root, name);
  if (name === ROLLCALL_FILE) return { path, name, kind: 'rollcall', mayHoldNone: false };
  const base = basename(name);
  if (SHADOW_FILE.test(base)) return null;
  if (MCP_FILE.test(base) || CLIENT_FILES.has(base)) return { path, name, kind: 'mcp', mayHoldNone: false };
  const isMixed = MIXED_FILES.test(base) || MIXED_PATHS.some((path) => path.test(name));
  return isMixed ? { path, name, kind: 'mcp', mayHoldNone: true } : null;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads nowhere or in a circle, or somewhere forbidden: reading it will say so.
    return false;
  }
}

function inFixedOrder(a: FoundFile, b: FoundFile): number {
  if (a.kind !== b.kind) return a.kind === 'rollcall' ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}
