// The secret that signs sessions and links and encrypts stored secrets: the configured one, else one that is made once and
// kept beside the database.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '@/lib/config/environment/env';

const FILE = 'secret';
const LENGTH_BYTES = 32;

/** Throws when the data folder cannot be written, or when the file in it holds no secret: one that is made anew would end all sessions and lose all stored secrets. */
export function readSecret({ secret, dataPath }: Pick<Environment, 'secret' | 'dataPath'>): string {
  if (secret !== null) return secret;
  const file = path.join(dataPath, FILE);
  mkdirSync(dataPath, { recursive: true });
  return readOrMake(file);
}

/** `wx`: of two processes on one folder the second finds the file of the first. */
function readOrMake(file: string): string {
  try {
    const made = randomBytes(LENGTH_BYTES).toString('hex');
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length >= LENGTH_BYTES) return kept;
  throw new Error(
    `${file} holds no secret. Restore it from a backup, or delete it: sessions end and stored secrets are lost.`,
  );
}
