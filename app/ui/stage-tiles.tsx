// The four stages of the newest call, each with its time or its fault.
import { Dot } from '@/app/ui/dot';
import type { Clock } from '@/app/ui/moment';
import { statusOfStage, TONES } from '@/app/ui/tone';
import type { ServerView } from '@/lib/core/view';
import { stageName, stageText } from '@/lib/core/words/stage-text';
import { wordsOf } from '@/lib/core/words/words';

export function StageTiles({ server, clock: { now, language } }: { server: ServerView; clock: Clock }) {
  if (server.stages.length === 0) return null;
  return (
    <ol
      aria-label={wordsOf(language).server.stagesOfCall}
      className="mt-7 grid grid-cols-2 border-b border-hair sm:grid-cols-4"
    >
      {server.stages.map((view) => {
        const look = statusOfStage(view.state, server.status);
        const isBad = view.state === 'failed' || view.state === 'warned';
        return (
          <li key={view.stage} className="border-t border-hair py-3.5 pr-3 not-first:sm:border-l sm:not-first:pl-4">
            <p className={`flex items-center gap-2 text-sm font-semibold ${isBad ? TONES[look].text : ''}`}>
              <Dot status={look} />
              {stageName(view.stage, language)}
            </p>
            <p className="mt-0.5 text-[13px] text-soft">
              <bdi className="wrap-anywhere">{stageText(server, view, now, language)}</bdi>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
