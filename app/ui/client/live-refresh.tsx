'use client';
// Keeps an open page true: asks for a fresh one every ten seconds while somebody looks, in place. React patches only
// what changed, so focus, scroll and opened details stay.
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { canReach } from './can-reach';

const EVERY_MS = 10_000;

/** `lostText` is said when Rollcall does not answer. */
export function LiveRefresh({ lostText }: { lostText: string }) {
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
      // A refresh that fails would make Next leave the page.
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
      {isLost && <span className="inline-block rounded-md bg-ink px-4 py-2 text-sm text-paper">{lostText}</span>}
    </p>
  );
}
