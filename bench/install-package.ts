// Installs one package of npm at an exact version into a folder of its own, so that no two packages settle their
// dependencies together and a broken one takes no other with it.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The heaviest of them brings 250 MB. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Does nothing where the version is there already. Install scripts are not run: a server must start without them.
 * @returns null, or npm's words on why it could not be installed
 */
export async function installPackage(root: string, package_: string, version: string): Promise<string | null> {
  const folder = packageFolder(root, package_);
  if (installedVersion(folder, package_) === version) return null;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run('npm', ['install', '--save-exact', ...quiet, `${package_}@${version}`], {
      cwd: folder,
      timeout: PATIENCE_MS,
    });
    return null;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return said.split('\n').find((line) => line.includes('npm error')) ?? (said.slice(0, 200) || 'npm failed');
  }
}

/** The file that npm links for a command of the package. */
export function commandFile(root: string, package_: string, bin: string): string {
  return path.join(packageFolder(root, package_), 'node_modules', '.bin', bin);
}

/** "@scope/name" becomes "scope-name". */
function packageFolder(root: string, package_: string): string {
  return path.join(root, package_.replace(/^@/, '').replaceAll('/', '-'));
}

function installedVersion(folder: string, package_: string): string | null {
  const file = path.join(folder, 'node_modules', package_, 'package.json');
  if (!existsSync(file)) return null;
  const { version }: { version?: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version ?? null;
}
