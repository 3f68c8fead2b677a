// A parsed rollcall.json into checked settings.

import { parseLeniently } from '@/lib/config/settings/parse-leniently';
import { rollcallSchema } from '@/lib/config/settings/rollcall-schema';
import type { RollcallContent } from './file-content';
import type { FileProblems } from './file-problems';
import type { JsonDocument } from './json-document';

export interface RollcallReading {
  /** Null when nothing of it can be used. */
  content: RollcallContent | null;
  /** Some values are wrong and left out of the content: the last good state is better, if there is one. */
  isBroken: boolean;
}

export function readRollcallFile(document: JsonDocument, problems: FileProblems): RollcallReading {
  const { data, sound, faults } = parseLeniently(rollcallSchema, document.value);
  for (const { path, isUnknownKey, message, remedy } of faults) {
    if (isUnknownKey) problems.warn(path, message, remedy);
    else problems.error(path, message, remedy);
  }
  if (data === null) return { content: null, isBroken: true };
  return {
    content: { kind: 'rollcall', config: data, written: { ...Object(sound) }, locate: document.locate },
    isBroken: faults.some((fault) => !fault.isUnknownKey),
  };
}
