// What people write in updates, as HTML that is safe in a page of ours: CommonMark without raw HTML and without images, links
// to http, https and mailto only. Whatever asks for more than a reader could use stands as plain text.
import { micromark } from 'micromark';

/** Longer texts are cut: one schema bounds what is written (lib/core/incident/incident-input.ts), others may come to us. */
export const MARKDOWN_LIMIT = 10_000;
/** Elements inside each other. People use four. */
const DEPTH_LIMIT = 20;
/** Of marks that open something inside a line; what has more is no prose, and costs a parser quadratic time. */
const MARKS_LIMIT = 1_500;
/** Twenty quotes or lists inside each other, opened in one line. */
const STAIRS = /^(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){20}/m;

/** HTML is escaped by the parser; images become links. */
const EXTENSIONS = [{ disable: { null: ['htmlFlow', 'htmlText', 'labelStartImage', 'definition'] } }];

export function renderMarkdown(source: string): string {
  const text = source.slice(0, MARKDOWN_LIMIT).toWellFormed();
  if (isExcessive(text)) return plain(text);
  const html = micromark(text, { extensions: EXTENSIONS });
  return isDeep(html) ? plain(text) : withSafeLinks(withoutHeadings(html));
}

/** Each link of micromark's output has this form, and nothing else has: its quotes and angles in text are escaped. */
const LINK = /<a href="([^"]*)"(?: title="[^"]*")?>/g;
const SAFE_TARGET = /^(?:https?:\/\/|mailto:)[^\s]/i;

function withSafeLinks(html: string): string {
  return html.replace(LINK, (_, href: string) => {
    // An anchor without a target is text, and its end tag still fits.
    return SAFE_TARGET.test(href) ? `<a href="${href}" rel="nofollow noopener ugc">` : '<a>';
  });
}

/** The headings of a page are the page's: one inside an update would stand in its outline as a part of it. */
function withoutHeadings(html: string): string {
  return html.replace(/<h[1-6]>/g, '<p><strong>').replace(/<\/h[1-6]>/g, '</strong></p>');
}

function isExcessive(text: string): boolean {
  return (text.match(/[[\]*_`!<]/g)?.length ?? 0) > MARKS_LIMIT || STAIRS.test(text);
}

function isDeep(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<\/?(?:blockquote|[ou]l|li|em|strong|a|p|h[1-6]|pre|code)\b/g)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth > DEPTH_LIMIT) return true;
  }
  return false;
}

function plain(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (mark) => `&#${mark.codePointAt(0)};`);
  return `<p>${escaped}</p>`;
}
