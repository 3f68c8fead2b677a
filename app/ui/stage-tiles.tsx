// The four stages of the newest call, each with its time or its fault.
import { Dot } from '@/app/ui/dot';
import { statusOfStage, TONES } from '@/app/ui/tone';
import type { UnixMs } from '@/lib/core/time';
import type { ServerView } from '@/lib/core/view';
import { stageName, stageText } from '@/lib/core/words/stage-text';

export function StageTiles({ server, now }: { server: ServerView; now: UnixMs }) {
  if (server.stages.length === 0) return null;
  return (
    <ol aria-label="Stages of the newest call" className="mt-7 grid grid-cols-2 border-b border-hair sm:grid-cols-4">
      {server.stages.map((view) => {
        const look = statusOfStage(view.state, server.status);
        const isBad = view.state === 'failed' || view.state === 'warned';
        return (
          <li key={view.stage} className="border-t border-hair py-3.5 pr-3 not-first:sm:border-l sm:not-first:pl-4">
            <p className={`flex items-center gap-2 text-sm font-semibold ${isBad ? TONES[look].text : ''}`}>
              <Dot status={look} />
              {stageName(view.stage)}
            </p>
            <p className="mt-0.5 text-[13px] text-soft">
              <bdi className="wrap-anywhere">{stageText(server, view, now)}</bdi>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
