// One step of an incident: what was said, by whom, when, and what it changed.
import { Foreign } from '@/app/ui/foreign';
import { Markdown } from '@/app/ui/markdown';
import { type Clock, Moment } from '@/app/ui/moment';
import type { IncidentUpdateView } from '@/lib/core/incident-view';
import { durationText } from '@/lib/core/words/format';
import { machineText, machineTextBelowTitle } from '@/lib/core/words/incident-text';
import { wordsOf } from '@/lib/core/words/words';

/** Machine words repeat bounded texts of servers; together they are longer than one. */
const MACHINE_LIMIT = 1_200;

interface UpdateProps {
  update: IncidentUpdateView;
  clock: Clock;
  /** Time since the update before it; null for the first one. */
  afterMs?: number | null;
}

export function IncidentUpdate({ update, clock, afterMs = null }: UpdateProps) {
  const { language } = clock;
  const words = wordsOf(language).incidents;
  const { author, status, at, editedAt, changes } = update;
  return (
    <>
      <p className="text-sm text-soft">
        <strong className="font-semibold text-ink">{words.statuses[status]}</strong>
        {' · '}
        <Moment at={at} clock={clock} />
        {afterMs !== null && ` (${words.after(durationText(afterMs, language))})`}
        {' · '}
        {author.kind === 'machine' ? words.machineTells : author.name === null ? words.byTeam : words.by(author.name)}
        {editedAt !== null && (
          <>
            {' · '}
            {words.edited}
            <Moment at={editedAt} clock={clock} />
          </>
        )}
      </p>
      <UpdateWords update={update} clock={clock} />
      {changes.length > 0 && (
        <ul className="mt-1 text-sm text-soft">
          {changes.map(({ slug, title, from, to }) => (
            <li key={slug} className="wrap-anywhere">
              {title}: {words.states[from]} → {words.states[to]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface UpdateWordsProps extends Pick<UpdateProps, 'update' | 'clock'> {
  /** The title above is the machine's too, and is not said again. */
  isBelowTitle?: boolean;
}

export function UpdateWords({ update: { note, body }, clock, isBelowTitle = false }: UpdateWordsProps) {
  const textOf = isBelowTitle ? machineTextBelowTitle : machineText;
  return (
    <div className="mt-1">
      {note === null ? (
        <Markdown source={body ?? ''} />
      ) : (
        <p>
          <Foreign text={textOf(note, clock.language)} maxLength={MACHINE_LIMIT} />
        </p>
      )}
    </div>
  );
}
