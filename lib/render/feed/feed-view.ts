// What a feed holds, whatever its format: one entry for each incident and each announced window, which moves when
// something is added to it.

import type { UnixMs } from '@/lib/core/time';
import type { Language } from '@/lib/core/words/language';

export interface FeedEntry {
  /** The same for ever, and no other entry's. */
  id: string;
  title: string;
  /** Absolute. */
  url: string;
  publishedAt: UnixMs;
  /** Last time that anything was added or corrected. */
  updatedAt: UnixMs;
  /** The newest step in one line of text. */
  summary: string;
  /** The whole story, newest first: markup of ours, the words of others escaped. */
  html: string;
}

export interface FeedView {
  id: string;
  title: string;
  description: string;
  language: Language;
  /** Who speaks: the title of the page. */
  author: string;
  /** Where the same is read by people; absolute. */
  homeUrl: string;
  /** The address of this feed without its format: "https://status.example.com/feed". */
  feedUrl: string;
  updatedAt: UnixMs;
  /** Newest change first. */
  entries: FeedEntry[];
}
