// The address of a badge as somebody wishes it, and the lines that show it in four markups. Runs in the browser too, where
// the generator follows the keyboard: it imports nothing.

/** Each as it stands in the query; empty leaves it to Rollcall. */
export interface BadgeWish {
  kind: string;
  period: string;
  style: string;
  label: string;
  color: string;
  labelColor: string;
}

export interface BadgeTarget {
  slug: string;
  title: string;
  /** Public address of this Rollcall without a trailing slash. */
  publicUrl: string;
}

export interface Snippet {
  /** Name of the markup. */
  format: string;
  text: string;
}

/** Path and query of the picture. */
export function badgePath(slug: string, wish: BadgeWish): string {
  const path = wish.kind === 'status' ? `/badge/${slug}.svg` : `/badge/${slug}/${wish.kind}.svg`;
  const { label, style, color, labelColor } = wish;
  const said = Object.entries({ period: wish.kind === 'uptime' ? wish.period : '', label, style, color, labelColor });
  const query = new URLSearchParams(said.filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
}

export function badgeSnippets({ slug, title, publicUrl }: BadgeTarget, wish: BadgeWish): Snippet[] {
  const image = `${publicUrl}${badgePath(slug, wish)}`;
  const page = `${publicUrl}/servers/${slug}`;
  const alt = title.replace(/\s+/gu, ' ').trim();
  return [
    // Brackets in a title would end its text early.
    { format: 'Markdown', text: `[![${alt.replace(/[[\]\\]/gu, '\\$&')}](${image})](${page})` },
    {
      format: 'HTML',
      text: `<a href="${attribute(page)}"><img src="${attribute(image)}" alt="${attribute(alt)}"></a>`,
    },
    { format: 'AsciiDoc', text: `image:${image}["${alt.replace(/["\]]/gu, '\\$&')}",link="${page}"]` },
    { format: 'reStructuredText', text: `.. image:: ${image}\n   :alt: ${alt}\n   :target: ${page}` },
  ];
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
