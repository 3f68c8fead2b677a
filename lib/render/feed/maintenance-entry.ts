// An announced window as an entry of a feed: its announcement, its beginning and its end, as far as they have come. Pure.
import { ANNOUNCED_MS } from '@/lib/core/history/maintenance';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import type { UnixMs } from '@/lib/core/time';
import { isoText, listText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';
import { maintenanceSteps } from '@/lib/render/maintenance-steps';
import { escapeHtml } from './escape-html';
import type { FeedPlace } from './feed-place';
import type { FeedEntry } from './feed-view';

export interface MaintenanceTelling {
  now: UnixMs;
  language: Language;
  /** Of the servers, by slug. */
  titles: ReadonlyMap<string, string>;
  place: FeedPlace;
}

/** Null while it is too far away to be announced: a window of each week would fill the feed for months ahead. */
export function maintenanceEntry(view: MaintenanceView, telling: MaintenanceTelling): FeedEntry | null {
  const { now, language, place } = telling;
  const shownAt = Math.max(view.announcedAt, view.startAt - ANNOUNCED_MS);
  if (shownAt > now) return null;
  const words = wordsOf(language);
  const scope = scopeText(view, telling);
  const steps = maintenanceSteps({ ...view, announcedAt: shownAt }, now);
  const lines = steps.map(({ phase, at }) => ({ name: words.feed.phases[phase], at }));
  const span = words.feed.fromTo(isoText(view.startAt), isoText(view.endAt));
  const title = words.feed.maintenanceTitle(view.title);
  return {
    id: place.idOf(`maintenance/${encodeURIComponent(view.uid)}`),
    title,
    url: `${place.url}/#maintenance`,
    publishedAt: Math.min(shownAt, view.startAt),
    updatedAt: Math.max(shownAt, Math.min(now, view.changedAt), ...steps.map(({ at }) => at)),
    summary: `${lines[0]?.name ?? title}. ${span} ${scope}`,
    html: [
      `<p>${escapeHtml(span)} ${escapeHtml(scope)}</p>`,
      ...lines.map(({ name, at }) => `<p><strong>${escapeHtml(name)}</strong> <time>${isoText(at)}</time></p>`),
    ].join('\n'),
  };
}

function scopeText({ servers }: MaintenanceView, { titles, language }: MaintenanceTelling): string {
  const { maintenance } = wordsOf(language);
  if (servers.length === 0) return maintenance.concernsAll;
  const names = servers.map((slug) => titles.get(slug) ?? slug);
  return maintenance.concerns(listText(names, 20, language));
}
