'use client';
// Shown when a page could not be made. It says nothing of the cause, which is in the log, and tries again by itself, so
// that a screen on the wall recovers.
import { useEffect } from 'react';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '@/lib/core/words/language';
import { errors as german } from '@/lib/core/words/text/de/errors';
import { errors as english } from '@/lib/core/words/text/en/errors';
import { canReach } from './can-reach';

const AGAIN_AFTER_MS = 15_000;

/** This area alone, and no frame around it: every page brings this component along, and all the texts would be 15 kB more. */
const TEXTS: Record<Language, typeof english> = { en: english, de: german };

/** `digest` is the name of this error in the log; null where the error was met before the page was drawn. */
export function ErrorPanel({ error }: { error: (Error & { digest?: string }) | null }) {
  const words = TEXTS[shownLanguage()];
  useEffect(() => {
    const timer = setInterval(async () => {
      if (await canReach()) location.reload();
    }, AGAIN_AFTER_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <main className="mx-auto max-w-[766px] space-y-4 px-6 pt-20 pb-16">
      <h1 className="text-[clamp(26px,4.6vw,34px)] leading-tight font-semibold tracking-[-0.02em] text-balance">
        {words.broken}
      </h1>
      <p className="max-w-[38em]">
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
      <p>
        <a href="/" className="font-semibold underline underline-offset-3">
          {words.allServers}
        </a>
      </p>
    </main>
  );
}

/** Next hands this component nothing but the error; the shell around it says which language the page speaks. */
function shownLanguage(): Language {
  const shown = typeof document === 'undefined' ? '' : document.documentElement.lang;
  return LANGUAGES.find((language) => language === shown) ?? DEFAULT_LANGUAGE;
}
