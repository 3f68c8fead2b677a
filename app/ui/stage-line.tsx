// How far a client gets: reach, handshake, tools, dependencies. Only for a server that is not well.
import { Dot } from '@/app/ui/dot';
import { statusOfStage, TONES } from '@/app/ui/tone';
import type { ShownStatus } from '@/lib/core/status/status';
import type { StageState, StageView } from '@/lib/core/view';

const STATE_WORDS: Record<StageState, string> = {
  ok: 'good',
  failed: 'failed',
  warned: 'not right',
  skipped: 'not reached',
  absent: 'not part of it',
};

export function StageLine({ stages, status }: { stages: StageView[]; status: ShownStatus }) {
  const walked = stages.filter(({ state }) => state !== 'absent');
  if (walked.length === 0) return null;
  return (
    <ol aria-label="Stages" className="flex flex-wrap gap-x-3 text-[13px] text-soft sm:text-sm">
      {walked.map(({ stage, state }, index) => {
        const look = statusOfStage(state, status);
        const isBad = state === 'failed' || state === 'warned';
        return (
          <li key={stage} className={`flex items-center gap-1.5 ${isBad ? `font-semibold ${TONES[look].text}` : ''}`}>
            {index > 0 && <span className="mr-1.5 hidden h-px w-4.5 bg-hair sm:block" />}
            <Dot status={look} />
            {stage}
            <span className="sr-only">: {STATE_WORDS[state]}</span>
          </li>
        );
      })}
    </ol>
  );
}
