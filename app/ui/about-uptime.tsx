// How the figures come about, and where they have holes: a number without its definition is a claim.
import { type Clock, Stretch } from '@/app/ui/moment';
import type { Span } from '@/lib/core/time';
import { durationText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

/** Older ones are in the sum only. */
const MOST_SPANS = 10;

export function AboutUptime({ language }: { language: Language }) {
  const words = wordsOf(language).page;
  return (
    <details id="uptime" className="mt-3 text-sm text-soft">
      <summary className="font-semibold">{words.aboutTitle}</summary>
      <div className="mt-2 max-w-[42em] space-y-2">
        {words.about.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </details>
  );
}

export function BlindSpans({ spans, clock }: { spans: Span[]; clock: Clock }) {
  if (spans.length === 0) return null;
  const { language } = clock;
  const words = wordsOf(language).page;
  const totalMs = spans.reduce((sum, span) => sum + span.endAt - span.startAt, 0);
  return (
    <details className="mt-3 text-sm text-soft">
      <summary className="font-semibold">{words.blindTitle(durationText(totalMs, language))}</summary>
      <div className="mt-2 max-w-[42em]">
        <p>{words.blind}</p>
        <ul className="mt-2">
          {spans.slice(0, MOST_SPANS).map((span) => (
            <li key={span.startAt}>
              <Stretch from={span.startAt} to={span.endAt} clock={clock} />
              {`, ${durationText(span.endAt - span.startAt, language)}`}
            </li>
          ))}
          {spans.length > MOST_SPANS && <li>{words.moreGaps(spans.length - MOST_SPANS)}</li>}
        </ul>
      </div>
    </details>
  );
}
