// Tells whether the configuration has changed on disk. Looks at names and stats, never inside a file; has no timer.
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findConfigFiles } from '@/lib/config/files/find-files';
import { errorCode } from '@/lib/config/files/read-text';

/**
 * A text that differs whenever a file was written, added, removed, swapped or made readable. Cheap enough for every two
 * seconds. It asks the disk instead of waiting to be told: events do not cross bind mounts and get lost when Kubernetes
 * swaps the link behind a ConfigMap.
 */
export function configFingerprint(configPath: string): string {
  const { root, files, problems } = findConfigFiles(configPath);
  const hash = createHash('sha256');
  for (const name of companionNames(root)) hash.update(`${name}\0${stampOf(join(root, name))}\n`);
  for (const { name, path } of files) hash.update(`${name}\0${stampOf(path)}\n`);
  for (const { file, message } of problems) hash.update(`${file}\0${message}\n`);
  return hash.digest('hex');
}

/** Certificates (`ca`) and the logo mostly stand beside the settings, and are renewed without a word in any other file. */
function companionNames(root: string): string[] {
  try {
    return readdirSync(root).filter((name) => /\.(pem|crt|cer|svg|png|jpe?g|webp)$/i.test(name));
  } catch {
    return [];
  }
}

function stampOf(path: string): string {
  try {
    const stat = statSync(path, { bigint: true });
    // The time of change covers what the time of writing does not: permissions, and files moved into place.
    return `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`;
  } catch (error) {
    return errorCode(error);
  }
}
