// How far a client gets: reach, handshake, tools, dependencies. Only for a server that is not well.
import { Dot } from '@/app/ui/dot';
import { statusOfStage, TONES } from '@/app/ui/tone';
import type { ShownStatus } from '@/lib/core/status/status';
import type { StageView } from '@/lib/core/view';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

interface StageLineProps {
  stages: StageView[];
  status: ShownStatus;
  language: Language;
}

export function StageLine({ stages, status, language }: StageLineProps) {
  const words = wordsOf(language).stages;
  const walked = stages.filter(({ state }) => state !== 'absent');
  if (walked.length === 0) return null;
  return (
    <ol aria-label={words.line} className="flex flex-wrap gap-x-3 text-[13px] text-soft sm:text-sm">
      {walked.map(({ stage, state }, index) => {
        const look = statusOfStage(state, status);
        const isBad = state === 'failed' || state === 'warned';
        return (
          <li key={stage} className={`flex items-center gap-1.5 ${isBad ? `font-semibold ${TONES[look].text}` : ''}`}>
            {index > 0 && <span className="mr-1.5 hidden h-px w-4.5 bg-hair sm:block" />}
            <Dot status={look} />
            {words.steps[stage]}
            <span className="sr-only">: {words.states[state]}</span>
          </li>
        );
      })}
    </ol>
  );
}
