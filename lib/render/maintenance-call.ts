// The answer of the MCP tool list_maintenance: announced work, and the same in lines a model can read. Pure.
import type { MaintenancePhase } from '@/lib/core/history/maintenance';
import type { MaintenanceListView } from '@/lib/core/maintenance-view';
import { countText } from '@/lib/core/words/format';
import { maintenanceList } from '@/lib/render/api-v1/api-v1-maintenance';
import type { MaintenanceListAnswer } from '@/lib/render/api-v1/api-v1-maintenance-schema';

/** A type, not an interface: the SDK wants an object of any keys, which an interface is not. */
export type MaintenanceCall = Pick<MaintenanceListAnswer, 'maintenances'>;

/** A window of each day would fill a model's memory for months ahead. */
const WINDOWS = 50;

/** Without a phase: what is going on and what is to come, the nearest first. */
export function maintenanceCall(view: MaintenanceListView, phase: MaintenancePhase | undefined): MaintenanceCall {
  const { maintenances } = maintenanceList(view);
  const wanted = maintenances.filter(({ status }) => (phase === undefined ? status !== 'completed' : status === phase));
  return { maintenances: phase === 'completed' ? wanted.slice(-WINDOWS).toReversed() : wanted.slice(0, WINDOWS) };
}

export function maintenanceCallLines({ maintenances }: MaintenanceCall): string {
  const lines = maintenances.map(({ title, status, startsAt, endsAt, endpoints }) => {
    return `- ${title}: ${status}, ${startsAt} to ${endsAt}, ${endpoints?.join(', ') ?? 'all servers'}`;
  });
  return [`${countText(maintenances.length, 'window')}.`, ...lines].join('\n');
}
