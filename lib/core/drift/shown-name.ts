// Names and values that a remote server chose, made fit to stand in a sentence of ours: what cannot be seen is spelt out,
// so that two names which look alike can be told apart. Escaping is the business of whoever writes the markup.
import { canonicalJson } from '@/lib/core/catalogue/canonical-json';
import { safeText } from '@/lib/core/words/safe-text';

const NAME_LIMIT = 80;
/** Values come several to a sentence. */
const VALUE_LIMIT = 40;

/** Controls, format marks, odd spaces, separators, halves of pairs: all that draws nothing or reorders its neighbours. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?! )\p{Zs}|^ | $/gu;

/** One line of at most 80 characters, without backticks since sentences put them around it: "run\u0007query". */
export function shownName(name: string, maxLength = NAME_LIMIT): string {
  if (name === '') return '(empty name)';
  // Cut first, so that the work is bounded: a character of the name is one or more of what is shown.
  const cut = name.length > maxLength * 2 ? `${name.slice(0, maxLength * 2)}…` : name;
  return safeText(cut.replace(UNSEEN, spellOut).replaceAll('`', "'"), maxLength);
}

/** The name in backticks, as sentences write it. */
export function quotedName(name: string): string {
  return `\`${shownName(name)}\``;
}

/** A value of a schema in backticks. */
export function quotedValue(value: unknown): string {
  return `\`${shownValue(value)}\``;
}

/** At most 40 characters: a text as it is, anything else as JSON. */
export function shownValue(value: unknown): string {
  return shownName(typeof value === 'string' && value !== '' ? value : canonicalJson(value), VALUE_LIMIT);
}

function spellOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
