// What has happened of announced work so far, for readings that tell it as a story. Pure.
import type { MaintenancePhase } from '@/lib/core/history/maintenance';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import type { UnixMs } from '@/lib/core/time';

export interface MaintenanceStep {
  phase: MaintenancePhase;
  at: UnixMs;
}

/** Newest first. Work that was announced while it was going on was never scheduled. */
export function maintenanceSteps({ announcedAt, startAt, endAt }: MaintenanceView, now: UnixMs): MaintenanceStep[] {
  const steps: MaintenanceStep[] = [
    { phase: 'completed', at: endAt },
    { phase: 'in_progress', at: startAt },
  ];
  const scheduled: MaintenanceStep[] = announcedAt < startAt ? [{ phase: 'scheduled', at: announcedAt }] : [];
  return [...steps.filter(({ at }) => at <= now), ...scheduled];
}
