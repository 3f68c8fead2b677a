// Which readers get Markdown at the address of a page. Plain JavaScript, since next.config.mjs reads it before anything is
// compiled; whoever keeps answers by address has to keep both forms apart by it.

/**
 * Names Markdown before any HTML, and does not refuse it by a weight of 0: browsers never do, agents put what they like best
 * first. Source of a whole match; it walks a header once, however long somebody makes it.
 */
export const WANTS_MARKDOWN = '(?:(?!text/html).)*text/markdown(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$)).*';

const pattern = new RegExp(`^${WANTS_MARKDOWN}$`);

/** @param {string | null | undefined} accept the header of the request. */
export function wantsMarkdown(accept) {
  return pattern.test(accept ?? '');
}
