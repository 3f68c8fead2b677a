// Windows of announced work, one a line: when, in whose zone, for whom, who planned it; one under way can be ended.
import { endMaintenanceAction } from '@/app/admin/maintenance/actions';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { type Clock, Stretch } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { listText, zoneText } from '@/lib/core/words/format';
import type { PanelWindowView } from '@/lib/reads/panel-maintenance';

interface MaintenanceWindowsProps {
  title: string;
  windows: readonly PanelWindowView[];
  /** `uid`s of those that the panel planned. */
  ofPanel: ReadonlySet<string>;
  clock: Clock;
  mayEnd: boolean;
}

const NAMES = 5;

/** The others wait behind a click: a weekly window has seventeen of itself to come. */
const SHOWN = 6;

export function MaintenanceWindows({ title, windows, ...shared }: MaintenanceWindowsProps) {
  if (windows.length === 0) return null;
  const more = windows.slice(SHOWN);
  return (
    <Section title={title}>
      <Windows windows={windows.slice(0, SHOWN)} {...shared} />
      {more.length > 0 && (
        <details className="border-t border-hair py-2.5">
          <summary className="text-sm font-semibold">{more.length} more</summary>
          <div className="mt-2.5">
            <Windows windows={more} {...shared} />
          </div>
        </details>
      )}
    </Section>
  );
}

function Windows({ windows, ofPanel, clock, mayEnd }: Omit<MaintenanceWindowsProps, 'title'>) {
  return (
    <ul>
      {windows.map((window) => (
        <li
          key={window.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-hair py-2.5 text-sm"
        >
          <div className="min-w-0 wrap-anywhere">
            <p className="text-[15px] font-semibold">{window.title}</p>
            <When window={window} clock={clock} />
            <p className="text-soft">
              {window.servers.length === 0 ? 'All servers' : listText(window.servers, NAMES)}
              {originText(window, ofPanel)}
              {window.endedBy !== null && `; ended early by ${window.endedBy}`}
            </p>
          </div>
          {mayEnd && window.phase === 'in_progress' && (
            <PanelForm
              action={endMaintenanceAction}
              submit="End it now"
              look="quiet"
              isInline
              label={`End ${window.title}`}
            >
              <input type="hidden" name="window" value={window.id} />
            </PanelForm>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who plans and who reads may each think the other's zone is their own, so both are told where they differ. */
function When({ window: { startAt, endAt, timezone }, clock }: { window: PanelWindowView; clock: Clock }) {
  return (
    <p>
      <Stretch from={startAt} to={endAt} clock={{ ...clock, timezone }} /> {zoneText(timezone)}
      {timezone !== 'UTC' && (
        <span className="text-soft">
          {' ('}
          <Stretch from={startAt} to={endAt} clock={{ ...clock, timezone: 'UTC' }} />
          {' UTC)'}
        </span>
      )}
    </p>
  );
}

/** Of the past nobody knows: a plan may be gone. */
function originText({ uid, phase }: PanelWindowView, ofPanel: ReadonlySet<string>): string {
  if (ofPanel.has(uid)) return ', planned in the panel';
  return phase === 'completed' ? '' : ', planned in a file';
}
