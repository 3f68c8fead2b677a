// An incident as an entry of a feed: its whole timeline, newest first, so that a reader who comes late misses nothing. Pure.
import type { IncidentUpdateView, IncidentView } from '@/lib/core/incident-view';
import { isoText, listText } from '@/lib/core/words/format';
import { incidentTitle, machineText } from '@/lib/core/words/incident-text';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';
import { renderMarkdown } from '@/lib/render/markdown/markdown';
import { updateText } from '@/lib/render/update-text';
import { escapeHtml } from './escape-html';
import type { FeedPlace } from './feed-place';
import type { FeedEntry } from './feed-view';

export interface IncidentTelling {
  language: Language;
  place: FeedPlace;
}

export function incidentEntry(view: IncidentView, { language, place }: IncidentTelling): FeedEntry {
  const words = wordsOf(language).incidents;
  const path = `incidents/${view.id}`;
  const [newest] = view.updates;
  const suspected = view.isSuspected
    ? `<p><em>${escapeHtml(`${words.suspected}: ${words.suspectedMeaning}`)}</em></p>`
    : '';
  const names = listText(
    view.servers.map(({ title }) => title),
    20,
    language,
  );
  const servers = names === '' ? '' : `<p>${escapeHtml(`${words.affected}: ${names}`)}</p>`;
  return {
    id: place.idOf(path),
    title: incidentTitle(view, language),
    url: `${place.url}/${path}`,
    publishedAt: view.startedAt,
    updatedAt: Math.max(view.startedAt, view.changedAt),
    summary: newest ? `${words.statuses[newest.status]}: ${updateText(newest, language)}` : words.statuses[view.status],
    html: [...view.updates.map((update) => updateHtml(update, language)), servers, suspected]
      .filter((part) => part !== '')
      .join('\n'),
  };
}

function updateHtml({ status, at, editedAt, note, body }: IncidentUpdateView, language: Language): string {
  const words = wordsOf(language).incidents;
  const edited = editedAt === null ? '' : ` (${escapeHtml(words.edited)}<time>${isoText(editedAt)}</time>)`;
  const head = `<p><strong>${escapeHtml(words.statuses[status])}</strong> <time>${isoText(at)}</time>${edited}</p>`;
  const text = note === null ? renderMarkdown(body ?? '') : `<p>${escapeHtml(machineText(note, language))}</p>`;
  return `${head}\n${text}`;
}
