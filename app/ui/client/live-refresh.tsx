'use client';
// Keeps an open page true: asks for a fresh one every ten seconds while somebody looks, in place. React patches only
// what changed, so focus, scroll and opened details stay.
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

const EVERY_MS = 10_000;
/** A request that hangs must not stop the next one. */
const GIVE_UP_MS = 5_000;

export function LiveRefresh({ shownClock }: { shownClock: string }) {
  const router = useRouter();
  const [isLost, setIsLost] = useState(false);

  useEffect(() => {
    let isBusy = false;
    async function refresh() {
      if (document.hidden || isBusy) return;
      isBusy = true;
      const isThere = await canReach();
      isBusy = false;
      setIsLost(!isThere);
      if (isThere) router.refresh();
    }
    const timer = setInterval(refresh, EVERY_MS);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [router]);

  return (
    <p role="status" className="pointer-events-none fixed inset-x-0 bottom-4 text-center print:hidden">
      {isLost && (
        <span className="inline-block rounded-md bg-ink px-4 py-2 text-sm text-paper">
          Rollcall cannot be reached. What you see is from {shownClock}.
        </span>
      )}
    </p>
  );
}

/**
 * Asked first because a refresh that fails makes Next leave the page for the browser's own error page, and a screen on
 * the wall would stay there after Rollcall is back.
 */
async function canReach(): Promise<boolean> {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(GIVE_UP_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}
