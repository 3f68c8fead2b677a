// Text that a remote server wrote, made fit to stand in a line of ours: it cannot reverse its surroundings, climb over
// the next row or fill the page. Escaping is the business of whoever writes the markup.

/** Controls, and marks that reorder or hide text (bidi overrides and isolates, zero width, tags, byte order mark). */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]+/gu;
/** Three marks on one letter are enough for any script; a tower of them ("zalgo") overprints the lines around it. */
const TOWER = /(\p{M}{3})\p{M}+/gu;

/** One line, at most `maxLength` characters with the ellipsis; whole characters only. */
export function safeText(text: string, maxLength = 300): string {
  // Cut before cleaning: the expressions then see a bounded text, whatever was sent.
  const plain = text
    .slice(0, maxLength * 8)
    .replace(UNSEEN, ' ')
    .replace(TOWER, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...plain];
  if (characters.length <= maxLength) return plain.toWellFormed();
  return `${characters
    .slice(0, maxLength - 1)
    .join('')
    .trimEnd()}…`.toWellFormed();
}
