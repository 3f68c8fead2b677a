// One update of an incident as plain text, whoever tells it.
import type { IncidentUpdateView } from '@/lib/core/incident-view';
import { machineText } from '@/lib/core/words/incident-text';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/core/words/language';
import { plainMarkdown } from '@/lib/render/markdown/plain-markdown';

export function updateText(
  { note, body }: Pick<IncidentUpdateView, 'note' | 'body'>,
  language: Language = DEFAULT_LANGUAGE,
): string {
  return note === null ? plainMarkdown(body ?? '') : machineText(note, language);
}
