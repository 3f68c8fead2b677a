// Says a change of a schema in plain words: "`run_query` now requires `database`". Names arrive as the remote server wrote
// them or as shown names, and leave as shown names in backticks; escaping is left to whoever writes the markup.

import { safeText } from '@/lib/core/words/safe-text';
import type { SchemaSide } from './drift-change';
import type { SchemaFinding } from './schema-finding';
import { quotedName } from './shown-name';

/** The verb of a value on either side. */
export const TAKES: Record<SchemaSide, string> = { input: 'takes', output: 'holds' };

/** A path of names that are each cut to 80 may still be long; its end tells more than its middle. */
const PATH_LIMIT = 100;

/** Beyond what names and values of their greatest length add up to. */
const SENTENCE_LIMIT = 500;

export function schemaSentence(tool: string, side: SchemaSide, found: SchemaFinding): string {
  return safeText(side === 'input' ? inputWords(tool, found) : outputWords(tool, found), SENTENCE_LIMIT);
}

/** "filter.limit", at most 100 characters, cut in the middle. */
export function shownPath(path: string): string {
  const characters = [...path];
  if (characters.length <= PATH_LIMIT) return path;
  const half = PATH_LIMIT / 2;
  return `${characters.slice(0, half - 1).join('')}…${characters.slice(-half).join('')}`;
}

function inputWords(tool: string, { code, path, said }: SchemaFinding): string {
  const name = quotedName(tool);
  const argument = quotedPath(path);
  const subject = path === '' ? name : `${argument} of ${name}`;
  switch (code) {
    case 'property_removed':
      return `${name} no longer takes ${argument}`;
    case 'property_added_required':
    case 'property_now_required':
      return `${name} now requires ${argument}`;
    case 'property_added_optional':
      return `${name} takes ${argument} too now`;
    case 'property_now_optional':
      return `${name} no longer requires ${argument}`;
    case 'description_changed':
      return `the description of ${path === '' ? `the arguments of ${name}` : subject} changed`;
    case 'too_complex':
      return `the arguments of ${name} changed in a way too complex to compare`;
    default:
      return `${subject} ${said}`;
  }
}

function outputWords(tool: string, { code, path, said }: SchemaFinding): string {
  const answer = `the answer of ${quotedName(tool)}`;
  const part = quotedPath(path);
  const subject = path === '' ? answer : `${part} in ${answer}`;
  switch (code) {
    case 'property_removed':
      return `${answer} no longer has ${part}`;
    case 'property_added_required':
    case 'property_added_optional':
      return `${answer} has ${part} too now`;
    case 'property_now_required':
      return `${answer} always has ${part} now`;
    case 'property_now_optional':
      return `${answer} may lack ${part} now`;
    case 'description_changed':
      return `the description of ${subject} changed`;
    case 'too_complex':
      return `${answer} changed in a way too complex to compare`;
    default:
      return `${subject} ${said}`;
  }
}

function quotedPath(path: string): string {
  return `\`${shownPath(path)}\``;
}
