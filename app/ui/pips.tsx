// The roll at a glance: one sign a server, well ones first. For the eye only; the headline beside it says it in words.
import { Dot } from '@/app/ui/dot';
import type { ShownStatus } from '@/lib/core/status/status';
import type { ServerView } from '@/lib/core/view';
import { answeredInFull } from '@/lib/core/words/sentence';

const BEST_FIRST: ShownStatus[] = ['up', 'paused', 'unknown', 'maintenance', 'locked', 'degraded', 'down'];
/** More would be wallpaper; the worst are always among them. */
const MOST = 120;

interface PipsProps {
  servers: ServerView[];
  /** Nobody has looked lately: what was green once is no promise now. */
  isOld: boolean;
}

export function Pips({ servers, isOld }: PipsProps) {
  const sorted = [...servers].sort((a, b) => rank(a) - rank(b)).slice(-MOST);
  return (
    <div className={`mb-5 flex min-h-2.5 flex-wrap gap-1.5 ${isOld ? 'grayscale' : ''}`} aria-hidden="true">
      {sorted.map((server) => (
        <Dot key={server.slug} status={server.status} isAsked={server.status === 'up' && !answeredInFull(server)} />
      ))}
    </div>
  );
}

function rank(server: ServerView): number {
  const place = BEST_FIRST.indexOf(server.status);
  return server.isBeingAskedAgain ? place + 0.5 : place;
}
