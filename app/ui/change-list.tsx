// What changed in the list of tools in the last 90 days, newest first. Names are the server's own words: shown as text.
import { Foreign } from '@/app/ui/foreign';
import { type Clock, Moment } from '@/app/ui/moment';
import { TONES } from '@/app/ui/tone';
import { firstLines, sentenceParts } from '@/lib/core/drift/change-lines';
import type { DriftChange, DriftCode, DriftKind } from '@/lib/core/drift/drift-change';
import type { DriftView } from '@/lib/core/view';
import { changeText } from '@/lib/core/words/change-text';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

const MOST_LINES = 50;

export function ChangeList({ drifts, clock }: { drifts: DriftView[]; clock: Clock }) {
  const words = wordsOf(clock.language).tools;
  if (drifts.length === 0) {
    return <p className="border-t border-hair pt-2 text-sm text-soft">{words.noChanges}</p>;
  }
  const shown = firstLines(drifts, MOST_LINES);
  return (
    <>
      <ol className="text-sm">
        {shown.drifts.map(({ drift, changes, leftCount }) => (
          <li key={drift.id} className="grid gap-x-4 border-t border-hair py-2.5 sm:grid-cols-[13rem_1fr]">
            <When drift={drift} clock={clock} />
            <ul className="space-y-1">
              {changes.length === 0 && <li>{words.backAsItWas}</li>}
              {changes.map((change, index) => (
                <Change key={index} change={change} isFirst={index === 0} language={clock.language} />
              ))}
              {leftCount > 0 && <li className="text-soft">{words.moreChanges(leftCount)}</li>}
            </ul>
          </li>
        ))}
      </ol>
      {shown.isCut && <p className="border-t border-hair pt-2 text-sm text-soft">{words.olderLeftOut}</p>}
    </>
  );
}

function When({ drift: { at, lastSeenAt, seenCount }, clock }: { drift: DriftView; clock: Clock }) {
  return (
    <p className="text-soft">
      <Moment at={lastSeenAt} clock={clock} />
      {seenCount > 1 && (
        <>
          <br />
          {wordsOf(clock.language).tools.timesSince(seenCount)}
          <Moment at={at} clock={clock} />
        </>
      )}
    </p>
  );
}

const SIGNS: Partial<Record<DriftCode, string>> = { tool_added: '+ ', tool_removed: '− ' };
const LOOKS: Record<DriftKind, string> = { breaking: TONES.down.text, additive: TONES.up.text, wording: '' };

interface ChangeProps {
  change: DriftChange;
  /** What "breaking" means is said once an entry. */
  isFirst: boolean;
  language: Language;
}

function Change({ change, isFirst, language }: ChangeProps) {
  const words = wordsOf(language).tools;
  const parts = sentenceParts(changeText(change, language));
  const subject = parts.findIndex(({ isName }) => isName);
  return (
    <li className="wrap-anywhere">
      {parts.map(({ text, isName }, index) =>
        isName ? (
          <code key={index} className={`text-[13px] ${index === subject ? LOOKS[change.kind] : ''}`}>
            {index === subject && SIGNS[change.code]}
            <Foreign text={text} />
          </code>
        ) : (
          text
        ),
      )}
      {change.kind === 'breaking' && (
        <>
          {' '}
          <strong className={`font-semibold ${TONES.down.text}`}>{words.breaking}</strong>
          {isFirst ? words.breakingMeans : '.'}
        </>
      )}
    </li>
  );
}
