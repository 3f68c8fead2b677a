// Incidents into the answers of /api/v1/incidents. Pure; knows neither HTTP nor the database.
import type { IncidentPageView, IncidentUpdateView, IncidentView } from '@/lib/core/incident-view';
import { startOfHour, type UnixMs } from '@/lib/core/time';
import { isoText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { updateText } from '@/lib/render/update-text';
import type { IncidentAnswer, IncidentDetailAnswer, IncidentListAnswer } from './api-v1-incident-schema';
import { instant } from './api-values';

export function incidentList(incidents: readonly IncidentView[], now: UnixMs): IncidentListAnswer {
  return { generatedAt: newestFact(incidents, now), incidents: incidents.map(incident) };
}

export function incidentDetail({ incident: view, generatedAt: now }: IncidentPageView): IncidentDetailAnswer {
  return { generatedAt: newestFact([view], now), ...incident(view) };
}

/** In place of the present time, so that the same facts make the same bytes; the hour, so that it never looks dead. */
function newestFact(incidents: readonly IncidentView[], now: UnixMs): string {
  return isoText(Math.max(startOfHour(now), ...incidents.map(({ changedAt }) => Math.min(changedAt, now))));
}

function incident(view: IncidentView): IncidentAnswer {
  return {
    id: view.id,
    title: incidentTitle(view),
    status: view.status,
    impact: view.impact,
    suspected: view.isSuspected,
    startedAt: isoText(view.startedAt),
    resolvedAt: instant(view.resolvedAt),
    changedAt: isoText(view.changedAt),
    allAnswerSince: instant(view.allAnswerSince),
    endpoints: view.servers.map(({ slug, title, state }) => ({ slug, title, state })),
    updates: view.updates.map(update),
    outages: view.seen.map(({ id, server, status, startedAt, endedAt, reason }) => ({
      id,
      slug: server.slug,
      status,
      startedAt: isoText(startedAt),
      endedAt: instant(endedAt),
      stage: reason.stage,
      code: reason.code,
      message: reason.message,
    })),
  };
}

function update(view: IncidentUpdateView): IncidentAnswer['updates'][number] {
  return {
    id: view.id,
    status: view.status,
    at: isoText(view.at),
    writtenAt: isoText(view.writtenAt),
    editedAt: instant(view.editedAt),
    author: view.author,
    text: updateText(view),
    markdown: view.body,
    changes: view.changes.map(({ slug, from, to }) => ({ slug, from, to })),
  };
}
