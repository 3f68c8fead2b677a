// GET /readyz: is the loop on time. A process that is healthy but not ready shows old readings.
import { preflight, probeAnswer, reading } from '@/app/answer';
import { readReadiness } from '@/lib/reads/readiness';

export const dynamic = 'force-dynamic';

export const GET = reading(
  () => {
    const { isReady, reasons } = readReadiness(Date.now());
    return probeAnswer(isReady, { status: isReady ? 'ok' : 'failed', reasons });
  },
  () => probeAnswer(false, { status: 'failed', reasons: ['the database does not answer'] }),
);
export const OPTIONS = preflight;
