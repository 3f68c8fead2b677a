// Whether Rollcall answers at all: asked before a page is left or asked for anew, because a browser that fails to load
// a page stays on its own error page, and a screen on the wall would stand there after Rollcall is back.

/** A request that hangs must not stop the next one. */
const GIVE_UP_MS = 5_000;

export async function canReach(): Promise<boolean> {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(GIVE_UP_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}
