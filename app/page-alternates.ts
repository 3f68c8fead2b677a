// The other forms of a page, as links in its head: feeds, Markdown, calendar.
import type { Metadata } from 'next';

/** Of the status page. */
export const PAGE_ALTERNATES = newsAlternates('/index.md');

/** Of pages that tell of incidents, work or days; `markdown`: the address of their own twin, where they have one. */
export function newsAlternates(markdown?: string): Metadata['alternates'] {
  return {
    types: {
      ...feedsBelow(''),
      ...(markdown === undefined ? {} : { 'text/markdown': markdown }),
      'text/calendar': '/maintenance.ics',
    },
  };
}

/** Of one server's page. */
export function serverAlternates(slug: string): Metadata['alternates'] {
  const path = `/servers/${encodeURIComponent(slug)}`;
  return { types: { ...feedsBelow(path), 'text/markdown': `${path}.md` } };
}

function feedsBelow(path: string) {
  return {
    'application/atom+xml': `${path}/feed.atom`,
    'application/rss+xml': `${path}/feed.rss`,
    'application/feed+json': `${path}/feed.json`,
  };
}
