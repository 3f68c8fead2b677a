// The other forms of a page, as links in its head: feeds, Markdown, calendar.
import type { Metadata } from 'next';

/** Of the status page. */
export const PAGE_ALTERNATES: Metadata['alternates'] = {
  types: { ...feedsBelow(''), 'text/markdown': '/index.md', 'text/calendar': '/maintenance.ics' },
};

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
