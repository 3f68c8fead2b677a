// Text of others, made to stand in a line of Markdown as nothing but text: no link, no picture, no HTML, no emphasis.
import { safeText } from '@/lib/core/words/safe-text';

/** CommonMark, 2.4: what may mean something inside a line. */
const MEANINGFUL = /[\\`*_[\]<>|~&$!@#]/g;
/** GitHub and others make links of bare addresses. */
const BARE_ADDRESS = /:(?=\/\/)|(?<=\bwww)\./gi;
/** Rules, lists and underlined headings, where the text begins a paragraph. */
const BLOCK_START = /^(\d{0,9})([-+=.)])/;

/** One line of at most `maxLength` characters before escaping. */
export function escapeMarkdown(text: string, maxLength = 300): string {
  const plain = safeText(text, maxLength).replace(MEANINGFUL, '\\$&').replace(BARE_ADDRESS, '\\$&');
  return plain.replace(BLOCK_START, '$1\\$2');
}
