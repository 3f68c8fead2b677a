'use client';
// Shown when a page could not be made. It says nothing of the cause, which is in the log, and tries again by itself, so
// that a screen on the wall recovers.
import { useEffect } from 'react';
import { MessagePage } from '@/app/ui/message-page';
import { canReach } from './can-reach';

const AGAIN_AFTER_MS = 15_000;

/** `digest` is the name of this error in the log. */
export function ErrorPanel({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    const timer = setInterval(async () => {
      if (await canReach()) location.reload();
    }, AGAIN_AFTER_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <MessagePage title="This page could not be made.">
      <p>
        Rollcall itself has a fault; this says nothing about the servers. The page tries again every 15 seconds.
        {error.digest && ` The log has the cause under ${error.digest}.`}
      </p>
      <button
        type="button"
        className="rounded-md bg-ink px-4 py-2 text-sm font-semibold text-paper"
        onClick={() => location.reload()}
      >
        Try again
      </button>
    </MessagePage>
  );
}
