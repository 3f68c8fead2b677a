'use client';
// Shown when a page could not be made. It says nothing of the cause, which is in the log, and tries again by itself, so
// that a screen on the wall recovers.
import { useEffect } from 'react';
import { MessagePage } from '@/app/ui/message-page';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';
import { canReach } from './can-reach';

const AGAIN_AFTER_MS = 15_000;

/** `digest` is the name of this error in the log; null where the error was met before the page was drawn. */
export function ErrorPanel({ error }: { error: (Error & { digest?: string }) | null }) {
  const language = shownLanguage();
  const words = wordsOf(language).errors;
  useEffect(() => {
    const timer = setInterval(async () => {
      if (await canReach()) location.reload();
    }, AGAIN_AFTER_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <MessagePage title={words.broken} language={language}>
      <p>
        {words.brokenHint}
        {error?.digest && ` ${words.logHas(error.digest)}`}
      </p>
      <button
        type="button"
        className="rounded-md bg-ink px-4 py-2 text-sm font-semibold text-paper"
        onClick={() => location.reload()}
      >
        {words.tryAgain}
      </button>
    </MessagePage>
  );
}

/** Next hands this component nothing but the error; the shell around it says which language the page speaks. */
function shownLanguage(): Language {
  const shown = typeof document === 'undefined' ? '' : document.documentElement.lang;
  return LANGUAGES.find((language) => language === shown) ?? DEFAULT_LANGUAGE;
}
