// What people say of the present, gathered from the open incidents; what the machine says in them is left out, since it is made of
// what the servers answer. Pure.
import type { IncidentView } from '@/lib/core/incident-view';
import { incidentTitle } from '@/lib/core/words/incident-text';
import type { Told, ToldIncident, ToldServer } from './told';

/** `current`: the incidents that go on. */
export function whatIsTold(current: readonly IncidentView[]): Told {
  const servers = new Map<string, ToldServer>();
  const incidents: ToldIncident[] = [];
  for (const incident of current.filter(({ isSuspected }) => !isSuspected)) {
    const { impact, startedAt: since } = incident;
    // It goes on in sentences of ours, which end in a stop of their own.
    const title = incidentTitle(incident).replace(/\.+$/, '');
    for (const { slug, state } of incident.servers) {
      if (state === 'operational' || !isSaidByPerson(incident, slug)) continue;
      if (servers.get(slug)?.state !== 'down') servers.set(slug, { state, since, title });
    }
    if (impact !== 'none') incidents.push({ title, impact, servers: incident.servers.map(({ slug }) => slug) });
  }
  return { servers, incidents };
}

/** The newest word about a server counts: the machine's own ends with the outage, a person's with the incident. */
function isSaidByPerson({ updates }: IncidentView, slug: string): boolean {
  const newest = updates.find(({ changes }) => changes.some((change) => change.slug === slug));
  return newest?.author.kind !== 'machine';
}
