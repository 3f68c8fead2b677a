// A feed as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. Pure: the same view makes the same bytes.
import { Feed } from 'feed';
import { isoText } from '@/lib/core/words/format';
import { escapeHtml } from './escape-html';
import type { FeedView } from './feed-view';

export const FEED_FORMATS = ['atom', 'rss', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const FEED_TYPES: Record<FeedFormat, string> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
};

export function renderFeed(view: FeedView, format: FeedFormat): string {
  switch (format) {
    case 'atom':
      return xmlFeed(view, format).atom1();
    case 'rss':
      return xmlFeed(view, format).rss2();
    case 'json':
      return jsonFeed(view);
    default:
      return format satisfies never;
  }
}

function xmlFeed(view: FeedView, format: FeedFormat): Feed {
  const feed = new Feed({
    id: view.id,
    title: view.title,
    description: view.description,
    language: view.language,
    link: view.homeUrl,
    feed: `${view.feedUrl}.${format}`,
    updated: new Date(view.updatedAt),
    author: { name: view.author },
    generator: 'Rollcall',
    ttl: 5,
  });
  for (const { id, title, url, publishedAt, updatedAt, summary, html } of view.entries) {
    feed.addItem({
      id,
      // Both formats take a title for HTML.
      title: escapeHtml(title),
      link: url,
      date: new Date(updatedAt),
      published: new Date(publishedAt),
      description: escapeHtml(summary),
      content: html,
    });
  }
  return feed;
}

/** By hand, since the library writes version 1. */
function jsonFeed(view: FeedView): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: view.title,
    home_page_url: view.homeUrl,
    feed_url: `${view.feedUrl}.json`,
    description: view.description,
    language: view.language,
    authors: [{ name: view.author }],
    items: view.entries.map(({ id, title, url, publishedAt, updatedAt, summary, html }) => ({
      id,
      url,
      title,
      summary,
      content_html: html,
      date_published: isoText(publishedAt),
      date_modified: isoText(updatedAt),
    })),
  });
}
