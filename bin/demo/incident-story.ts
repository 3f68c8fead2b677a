// What the made-up people of the demo wrote about its troubles, told through the verbs of the panel at the instants at which
// they would have: one outage taken over, explained and looked back on, one kept short, one opened by hand, one just taken over.
import type { Db } from '@/db/client';
import { selectEndpoints } from '@/db/queries/endpoints';
import { selectHeldOutage } from '@/db/queries/incident-outages';
import { openIncident } from '@/lib/admin/incident/open-incident';
import { postUpdate } from '@/lib/admin/incident/post-update';
import { resolveIncident } from '@/lib/admin/incident/resolve-incident';
import { takeOverIncident } from '@/lib/admin/incident/take-over-incident';
import type { Actor } from '@/lib/core/access/actor';
import type { Span, UnixMs } from '@/lib/core/time';
import { span } from './demo-server';

const ADA: Actor = { id: null, name: 'Ada Lovelace', role: 'editor' };
const TEAM = 'Data platform team';

export interface Telling {
  at: UnixMs;
  run: () => void;
}

/** Stories that lie in the history as a whole, in order. */
export function tellings(db: Db, { startAt, endAt }: Span): Telling[] {
  return [legacyBuilds(db, endAt), warehouse(db, endAt), registry(db, endAt), present(db, endAt)]
    .filter((story) => story.every(({ at }) => at > startAt + span('3h') && at < endAt))
    .flat()
    .sort((a, b) => a.at - b.at);
}

/** Nine days ago, for fourteen hours: from suspicion to post-mortem. */
function legacyBuilds(db: Db, now: UnixMs): Telling[] {
  const beganAt = now - span('9d 20h');
  let incidentId = 0;
  const step = (afterBegin: string, status: string, body: string): Telling => {
    const at = beganAt + span(afterBegin);
    return { at, run: () => must(postUpdate(db, ADA, { incidentId, status, body, authorName: TEAM }, at)) };
  };
  const takenAt = beganAt + span('2h 10m');
  return [
    {
      at: takenAt,
      run: () => {
        incidentId = suspectedOf(db, 'legacy-builds');
        must(takeOverIncident(db, ADA, { incidentId, title: 'The old build farm is unreachable' }, takenAt));
      },
    },
    step(
      '2h 12m',
      'investigating',
      'The host does not answer on its console either. We are on our way to the machine room.',
    ),
    step(
      '4h 30m',
      'identified',
      'A **power supply** failed. The replacement arrives tonight; until then use `ci-runner` for new builds.',
    ),
    step('13h 20m', 'monitoring', 'The new power supply is in, the host is starting.'),
    step('14h 15m', 'resolved', 'The build farm answers again. No job was lost: all 31 that waited have run.'),
    step(
      '1d 16h',
      'postmortem',
      [
        '### What happened',
        'The only power supply of the host failed at night. Nothing else depended on it.',
        '',
        '### What we change',
        '- The farm is retired: it gets no second power supply, its last three jobs move to `ci-runner`.',
        '- Until then this page says so in its description.',
      ].join('\n'),
    ),
  ];
}

/** Twelve days ago: taken over late, resolved in the words of the machine. */
function warehouse(db: Db, now: UnixMs): Telling[] {
  const at = now - span('12d 1h') + span('20m');
  const overAt = at + span('33m');
  let incidentId = 0;
  return [
    {
      at,
      run: () => {
        incidentId = suspectedOf(db, 'warehouse');
        const body = 'The role of the server lost its *trust policy* in a clean-up. We are putting it back.';
        must(postUpdate(db, ADA, { incidentId, status: 'identified', body, authorName: TEAM }, at));
      },
    },
    { at: overAt, run: () => must(resolveIncident(db, ADA, { incidentId, authorName: TEAM }, overAt)) },
  ];
}

/** Five days ago: nothing that a machine could see. */
function registry(db: Db, now: UnixMs): Telling[] {
  const at = now - span('5d 6h');
  const overAt = at + span('1h 40m');
  let incidentId = 0;
  return [
    {
      at,
      run: () => {
        const input = {
          title: 'Release notes of Monday are missing a project',
          body: 'The notes are complete for all projects but `billing`. We are looking for the cause.',
          impact: 'minor',
          servers: [{ slug: 'project-tools', state: 'degraded' }],
        };
        const opened = openIncident(db, ADA, input, at);
        if (!opened.ok) throw new Error(`the demo could not open an incident: ${opened.code}`);
        incidentId = opened.incidentId;
      },
    },
    {
      at: overAt,
      run: () => {
        const body = 'An access list was out of date. The notes are complete now.';
        must(resolveIncident(db, ADA, { incidentId, body }, overAt));
      },
    },
  ];
}

/** Four minutes ago: somebody looks into the trouble of the warehouse. */
function present(db: Db, now: UnixMs): Telling[] {
  const at = now - span('4m');
  return [
    {
      at,
      run: () => {
        const incidentId = suspectedOf(db, 'warehouse');
        must(takeOverIncident(db, ADA, { incidentId, title: 'Queries on the warehouse fail' }, at));
        const body =
          'The credentials of its role have expired. Reads from the cache still work; we are renewing the role.';
        must(postUpdate(db, ADA, { incidentId, status: 'identified', body, authorName: TEAM }, at));
      },
    },
  ];
}

function suspectedOf(db: Db, slug: string): number {
  const endpoint = selectEndpoints(db).find((row) => row.slug === slug);
  const held = endpoint && selectHeldOutage(db, endpoint.id);
  if (!held) throw new Error(`the demo expected ${slug} to be in trouble`);
  return held.incidentId;
}

function must(result: { ok: true } | { ok: false; code: string }): void {
  if (!result.ok) throw new Error(`the demo could not tell its story: ${result.code}`);
}
