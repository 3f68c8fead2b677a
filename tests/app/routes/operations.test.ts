import { describe, expect, it } from 'vitest';
import { GET as getHealth } from '@/app/healthz/route';
import { GET as getReadiness } from '@/app/readyz/route';
import { openDb } from '@/db/client';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { storeBeat } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();

const NOTHING = routeContext({});

describe('GET /healthz', () => {
  it('is well while process and database answer, whatever the loop does', async () => {
    const answer = await getHealth(get('/healthz'), NOTHING);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ status: 'ok', checks: { database: 'ok' } });
  });

  it('is not when the database is broken', async () => {
    breakDatabase();
    const answer = await getHealth(get('/healthz'), NOTHING);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'failed', checks: { database: 'failed' } });
  });
});

describe('GET /readyz', () => {
  it('is ready while the loop is on time', async () => {
    storeBeat(openDb(), Date.now());
    const answer = await getReadiness(get('/readyz'), NOTHING);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok', reasons: [] });
  });

  it('says why it is not', async () => {
    const answer = await getReadiness(get('/readyz'), NOTHING);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'failed', reasons: ['the loop has not started'] });
  });

  it('is not ready when nothing can be read', async () => {
    breakDatabase();
    const answer = await getReadiness(get('/readyz'), NOTHING);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'failed', reasons: ['the database does not answer'] });
  });
});
