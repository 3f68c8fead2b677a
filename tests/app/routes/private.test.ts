// What is for administrators stays with them: the wire logs are in no public answer, and no public code can read them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDb } from '@/db/client';
import { writeTranscript } from '@/db/queries/transcripts';
import { readTranscripts } from '@/lib/reads/transcripts';
import { freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { brokenState, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();

const appFolder = path.join(import.meta.dirname, '../../../app');
const MARK = 'for-administrators';

const PANEL = ['admin', path.join('ui', 'admin')];

/** Every file below app but the panel's. */
function publicFiles(): string[] {
  return readdirSync(appFolder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !PANEL.some((folder) => file.startsWith(path.join(folder, path.sep))),
  );
}

/** One context for all routes; only `file` differs, which names a picture or, with a figure below it, a server. */
function named(route: string) {
  const hasFigure = route.includes('[metric]');
  return { slug: 'vault', file: hasFigure ? 'vault' : 'vault.svg', metric: 'tools.svg' };
}

function storeLocked(): number {
  const db = openDb();
  const now = Date.now();
  storeBeat(db, now);
  const failure = { stage: 'handshake', code: 'unauthorized', message: 'asks for a credential', detail: MARK } as const;
  const { detail: _, ...reason } = failure;
  const id = storeEndpoint(db, { slug: 'vault', state: brokenState('locked', reason), now });
  writeTranscript(db, {
    endpointId: id,
    kind: 'lastFailing',
    at: now,
    verdict: 'locked',
    failure,
    lines: [{ offsetMs: 0, direction: 'in', text: MARK }],
    stderrTail: MARK,
    challenge: {
      scheme: MARK,
      realm: MARK,
      scopes: [MARK],
      resourceMetadataUrl: null,
      authorizationServers: [],
      error: null,
    },
  });
  return id;
}

test('no public code can reach the transcripts, itself or by the part of the panel that shows them', () => {
  const readers = publicFiles().filter((file) =>
    /reads\/transcripts|transcript-section/.test(readFileSync(path.join(appFolder, file), 'utf8')),
  );
  expect(readers).toEqual([]);
});

test('no public answer holds a word of them', async () => {
  const id = storeLocked();
  expect(JSON.stringify(readTranscripts(id))).toContain(MARK);
  const routes = publicFiles().filter((file) => path.basename(file) === 'route.ts');
  expect(routes.length).toBeGreaterThan(8);
  for (const route of routes) {
    const { GET } = await import(path.join(appFolder, route));
    if (GET === undefined) continue;
    const answer: Response = await GET(get(`/${route}`), routeContext(named(route)));
    expect(await answer.text(), route).not.toContain(MARK);
  }
});
