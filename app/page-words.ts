// How the public pages are called, look and in which language they speak, read once a request. The setting decides, not the visitor: a page is
// rendered once a change and kept as bytes, so there is one rendering of it.
import { cache } from 'react';
import { requestLog } from '@/app/request-log';
import type { PageSettings } from '@/lib/core/page-settings';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/core/words/language';
import { type Words, wordsOf } from '@/lib/core/words/words';
import { readPageSettings } from '@/lib/reads/page-settings';

/** Null when they cannot be read: the shell must stand, since the page that says so is drawn in it. */
export const pageSettings = cache((): PageSettings | null => {
  try {
    return readPageSettings();
  } catch (error) {
    requestLog().error({ err: error }, 'The settings of the pages could not be read');
    return null;
  }
});

export function pageLanguage(): Language {
  return pageSettings()?.language ?? DEFAULT_LANGUAGE;
}

/** For server components that are drawn without a view; those with a view ask `wordsOf(view.page.language)`. */
export function pageWords(): Words {
  return wordsOf(pageLanguage());
}
