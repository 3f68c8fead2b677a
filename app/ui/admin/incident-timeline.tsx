// What people read beside what the machine saw, newest first: one row an instant, told on its side. On a phone the sides are
// under each other and say whose they are.
import { editUpdateAction } from '@/app/admin/incidents/change-actions';
import { fieldInstant } from '@/app/admin/incidents/incident-fields';
import { Field } from '@/app/ui/client/form/field';
import { MarkdownField } from '@/app/ui/client/form/markdown-field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { Dot } from '@/app/ui/dot';
import { IncidentUpdate } from '@/app/ui/incident-update';
import { type Clock, Moment } from '@/app/ui/moment';
import type { IncidentUpdateView } from '@/lib/core/incident-view';
import { isoText, zoneText } from '@/lib/core/words/format';
import { statusWord } from '@/lib/core/words/sentence';
import type { PanelIncidentView, SeenStep } from '@/lib/reads/panel-incident';

interface TimelineProps {
  view: Pick<PanelIncidentView, 'incident' | 'seen' | 'writers'>;
  clock: Clock;
  mayEdit: boolean;
}

export function IncidentTimeline({ view: { incident, seen, writers }, clock, mayEdit }: TimelineProps) {
  const rows = [
    ...incident.updates.map((update) => ({ at: update.at, update, step: null })),
    ...seen.map((step) => ({ at: step.at, update: null, step })),
  ].sort((a, b) => b.at - a.at);
  const COLUMNS = 'md:grid-cols-2 md:gap-x-8';
  return (
    <>
      <div
        aria-hidden="true"
        className={`hidden border-t border-hair py-2 text-[13px] font-semibold text-soft md:grid ${COLUMNS}`}
      >
        <span>What people read</span>
        <span>What Rollcall saw</span>
      </div>
      <ol>
        {rows.map(({ update, step }) => (
          <li key={update ? `u${update.id}` : `s${step.id}`} className={`grid border-t border-hair py-3 ${COLUMNS}`}>
            {update ? (
              <div className="min-w-0">
                <IncidentUpdate update={update} clock={clock} />
                <Writer writer={writers.get(update.id)} />
                {mayEdit && update.note === null && <EditForm update={update} clock={clock} />}
              </div>
            ) : (
              <Seen step={step} clock={clock} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Writer({ writer }: { writer: { by: string; editedBy: string | null } | undefined }) {
  if (!writer) return null;
  const edited = writer.editedBy === null ? '' : `, corrected by ${writer.editedBy}`;
  return <p className="mt-1 text-[13px] text-soft">{`Written by ${writer.by}${edited}.`}</p>;
}

function Seen({ step: { at, server, status, message }, clock }: { step: SeenStep; clock: Clock }) {
  return (
    <div className="min-w-0 text-sm wrap-anywhere md:col-start-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="text-soft md:sr-only">Seen:</span>
        <Dot status={status} />
        <span className="font-semibold">{server.title}</span>
        {status === 'up' ? 'answers again' : statusWord(status).toLowerCase()}
        <span className="text-soft">
          <Moment at={at} clock={clock} />
        </span>
      </p>
      {message !== null && <p className="text-soft">{message}</p>}
    </div>
  );
}

function EditForm({ update: { id, body, at }, clock }: { update: IncidentUpdateView; clock: Clock }) {
  return (
    <details className="mt-1">
      <summary className="text-[13px]">
        Correct<span className="sr-only">{` the update of ${isoText(at)}`}</span>
      </summary>
      <div className="mt-3">
        <PanelForm
          action={editUpdateAction}
          submit="Correct it"
          look="quiet"
          label={`Correct the update of ${isoText(at)}`}
        >
          <input type="hidden" name="updateId" value={id} />
          <MarkdownField name="body" label="What people shall read" defaultValue={body ?? ''} isRequired />
          <Field
            name="at"
            label="As of"
            hint={`In ${zoneText(clock.timezone)}; empty: stays ${fieldInstant(at, clock.timezone).replace('T', ', ')}`}
            type="datetime-local"
          />
        </PanelForm>
      </div>
    </details>
  );
}
