// GET /healthz: does this process answer, and its database. Its body is one that Rollcall's own prober reads.
import { preflight, probeAnswer, reading } from '@/app/answer';
import { askDatabase } from '@/lib/reads/readiness';

export const dynamic = 'force-dynamic';

export const GET = reading(
  () => {
    askDatabase();
    return probeAnswer(true, { status: 'ok', checks: { database: 'ok' } });
  },
  () => probeAnswer(false, { status: 'failed', checks: { database: 'failed' } }),
);
export const OPTIONS = preflight;
