'use client';
// Keeps an open page true while somebody looks at it: asks every three seconds whether its content is still what it was
// (the front answers that from memory), and only if not has React patch what changed, so that focus, scroll and opened
// details stay.
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

/** A change is drawn within a second of being stored, so it is on the screen within five. */
const EVERY_MS = 3_000;
/** A request that hangs must not stop the next one. */
const GIVE_UP_MS = 5_000;

/** `lostText` is said when Rollcall does not answer. */
export function LiveRefresh({ lostText }: { lostText: string }) {
  const router = useRouter();
  const [isLost, setIsLost] = useState(false);

  useEffect(() => {
    let tag: string | null = null;
    let isBusy = false;
    async function look() {
      if (document.hidden || isBusy) return;
      isBusy = true;
      const answer = await ask(tag);
      isBusy = false;
      setIsLost(answer === 'lost');
      // A refresh that fails would make Next leave the page, so it is asked for only where an answer waits.
      if (answer === 'lost' || answer === 'same') return;
      tag = answer.tag;
      router.refresh();
    }
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [router]);

  return (
    <p role="status" className="pointer-events-none fixed inset-x-0 bottom-4 text-center print:hidden">
      {isLost && <span className="inline-block rounded-md bg-ink px-4 py-2 text-sm text-paper">{lostText}</span>}
    </p>
  );
}

/** `tag`: of the content that was asked about last; null at the first look. */
async function ask(tag: string | null): Promise<'lost' | 'same' | { tag: string | null }> {
  try {
    const answer = await fetch(`${location.pathname}${location.search}`, {
      method: 'HEAD',
      cache: 'no-store',
      // Of the content that a refresh patches with, not of the document.
      headers: { rsc: '1', ...(tag === null ? {} : { 'if-none-match': tag }) },
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    if (answer.status === 304) return 'same';
    return answer.status < 500 ? { tag: answer.headers.get('etag') } : 'lost';
  } catch {
    return 'lost';
  }
}
