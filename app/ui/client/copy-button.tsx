'use client';
// Puts a text into the clipboard and says so. Without script, and where the browser forbids it, the text beside it remains.
import { useEffect, useState } from 'react';

export interface CopyWords {
  copy: string;
  copied: string;
  failed: string;
}

interface CopyButtonProps {
  text: string;
  /** What is copied, for those who hear the page. */
  about: string;
  words: CopyWords;
}

const SHOWN_MS = 2_000;

export function CopyButton({ text, about, words }: CopyButtonProps) {
  const [isLive, setLive] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => setLive(true), []);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      // Undefined on pages without TLS.
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      setSaid(words.failed);
    }
  };
  return (
    <span className="flex min-h-7 items-center gap-2">
      <span role="status">{said}</span>
      {isLive && (
        <button
          type="button"
          onClick={copy}
          aria-label={`${words.copy}: ${about}`}
          className="rounded-md border border-gap px-2 py-0.5"
        >
          {words.copy}
        </button>
      )}
    </span>
  );
}
