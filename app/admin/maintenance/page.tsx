// Announced work: under way, coming, past; and what is planned in the panel.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { PATTERNS } from '@/app/admin/maintenance/maintenance-fields';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { MaintenanceWindows } from '@/app/ui/admin/maintenance-windows';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import type { Clock } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { panelWindowUids } from '@/lib/admin/panel/check-maintenance';
import { panelDesk } from '@/lib/admin/panel/desk';
import { type KeyedMaintenance, maintenanceOf } from '@/lib/admin/panel/maintenance-documents';
import { mayActAs } from '@/lib/core/access/role';
import { DAY_MS } from '@/lib/core/time';
import { readStoredPanel } from '@/lib/reads/panel-config';
import { PAST_MS, readPanelMaintenance } from '@/lib/reads/panel-maintenance';
import { deleteMaintenanceAction } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Maintenance · Rollcall', robots: { index: false } };

/** As far as windows are stored. */
const AHEAD_MS = 120 * DAY_MS;
const SAVED: Record<string, string> = {
  yes: 'Saved. The page announces it within two seconds, from a week before it begins.',
  deleted: 'Taken back. What has begun of it ends now.',
};

export default async function MaintenancePage({ searchParams }: { searchParams: Promise<{ saved?: string }> }) {
  const who = await requireRole('viewer', '/admin/maintenance');
  const isEditor = mayActAs(who.role, 'editor');
  const now = Date.now();
  const desk = panelDesk();
  const { running, coming, past, timezone } = readPanelMaintenance(now);
  const ofPanel = panelWindowUids(desk, { since: now - PAST_MS, untilAt: now + AHEAD_MS });
  const shared = { ofPanel, clock: { now, timezone, language: 'en' } satisfies Clock, mayEnd: isEditor };
  const { saved } = await searchParams;
  return (
    <AdminFrame
      who={who}
      place="/admin/maintenance"
      title="Maintenance"
      lead="Announced work: no outage, no alert, left out of uptime."
    >
      {saved !== undefined && <p className="mt-4 text-sm font-semibold text-up">{SAVED[saved]}</p>}
      {isEditor && (
        <p className="mt-4 text-sm">
          <a className="font-semibold underline" href="/admin/maintenance/new">
            Plan some
          </a>
        </p>
      )}
      {running.length + coming.length === 0 && (
        <p className="mt-6 text-sm text-soft">Nothing is under way or planned.</p>
      )}
      <MaintenanceWindows title="Under way" windows={running} {...shared} />
      <Plans plans={maintenanceOf(readStoredPanel(desk.db, desk.sealer).panel.rollcall)} isEditor={isEditor} />
      <MaintenanceWindows title="Coming" windows={coming} {...shared} />
      <MaintenanceWindows title="Past 90 days" windows={past} {...shared} />
    </AdminFrame>
  );
}

function Plans({ plans, isEditor }: { plans: readonly KeyedMaintenance[]; isEditor: boolean }) {
  if (plans.length === 0) return null;
  return (
    <Section title="Planned in the panel" fact="those of files are changed in their files">
      <ul>
        {plans.map(({ key, entry }) => (
          <li
            key={key}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-hair py-2.5 text-sm"
          >
            <div className="min-w-0 wrap-anywhere">
              {isEditor ? (
                <a href={`/admin/maintenance/${key}`} className="text-[15px] font-semibold underline">
                  {String(entry.title)}
                </a>
              ) : (
                <p className="text-[15px] font-semibold">{String(entry.title)}</p>
              )}
              <p className="text-soft">{planText(entry)}</p>
            </div>
            {isEditor && (
              <PanelForm
                action={deleteMaintenanceAction}
                submit="Take back"
                look="quiet"
                isInline
                label={`Take ${String(entry.title)} back`}
              >
                <input type="hidden" name="key" value={key} />
              </PanelForm>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** "once, from 2026-12-01, 22:00 for 2h". */
function planText({ start, duration, repeat = '' }: KeyedMaintenance['entry']): string {
  const pattern = PATTERNS.find(({ value }) => value === repeat)?.label ?? String(repeat);
  return `${pattern}, from ${String(start).replace('T', ', ')} for ${String(duration)}`;
}
