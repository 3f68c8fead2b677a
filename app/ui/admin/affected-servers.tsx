// A choice for each server: whether an incident is about it, and how it is. Those that are come first.
import { serverField } from '@/app/admin/incidents/incident-fields';
import { Choice } from '@/app/ui/client/form/field';
import type { AffectedState } from '@/lib/core/incident/incident';
import type { PanelServerView } from '@/lib/reads/panel-servers';

interface AffectedServersProps {
  servers: readonly PanelServerView[];
  /** By slug. */
  affected: ReadonlyMap<string, AffectedState>;
}

const STATES = [
  { value: '', label: 'not affected' },
  { value: 'degraded', label: 'degraded' },
  { value: 'down', label: 'down' },
  { value: 'operational', label: 'affected, well now' },
];

export function AffectedServers({ servers, affected }: AffectedServersProps) {
  const shown = servers.filter(({ archivedAt, slug }) => archivedAt === null || affected.has(slug));
  const ordered = shown.toSorted((a, b) => Number(affected.has(b.slug)) - Number(affected.has(a.slug)));
  if (ordered.length === 0) return <p className="text-sm text-soft">There is no server on the roll.</p>;
  return (
    <div className="grid max-h-80 grid-cols-2 gap-3 overflow-y-auto rounded-md border border-hair p-3">
      {ordered.map(({ id, slug, title }) => (
        <Choice
          key={id}
          name={serverField(id)}
          label={title}
          defaultValue={affected.get(slug) ?? ''}
          options={STATES}
        />
      ))}
    </div>
  );
}
