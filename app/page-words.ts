// In which language the public pages speak, read once a request. The setting decides, not the visitor: a page is
// rendered once a change and kept as bytes, so there is one rendering of it.
import { cache } from 'react';
import { requestLog } from '@/app/request-log';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/core/words/language';
import { type Words, wordsOf } from '@/lib/core/words/words';
import { readPageSettings } from '@/lib/reads/page-settings';

/** English when the settings cannot be read: the shell must stand, since the page that says so is drawn in it. */
export const pageLanguage = cache((): Language => {
  try {
    return readPageSettings().language;
  } catch (error) {
    requestLog().error({ err: error }, 'The language of the pages could not be read');
    return DEFAULT_LANGUAGE;
  }
});

/** For server components that are drawn without a view; those with a view ask `wordsOf(view.page.language)`. */
export function pageWords(): Words {
  return wordsOf(pageLanguage());
}
