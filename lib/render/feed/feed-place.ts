// Where a feed and its entries live: addresses for people, and ids that never change.

export interface FeedPlace {
  /** Where people open the page, without a trailing slash. */
  url: string;
  /** Of an entry or a feed, from its path below the page. */
  idOf: (path: string) => string;
}

/** 2.1 of RFC 4151 wants a name and a day on which one held it; nobody can hold this name (RFC 6761). */
const TAG = 'tag:rollcall.invalid,2026:';

/**
 * @param configuredUrl null when nobody has said where the page is: the host of a request may be another one tomorrow,
 * and an entry whose id changes is told a second time.
 */
export function feedPlace(url: string, configuredUrl: string | null): FeedPlace {
  return { url, idOf: (path) => (configuredUrl === null ? `${TAG}${path}` : `${configuredUrl}/${path}`) };
}
