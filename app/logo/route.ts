// GET /logo: the picture that the configuration names.
import { errorAnswer, pictureAnswer, preflight, reading } from '@/app/answer';
import { readPageLogo } from '@/lib/reads/page-settings';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  const logo = readPageLogo();
  return logo ? pictureAnswer(request, logo) : errorAnswer('not_found', 'There is no logo.');
});
export const OPTIONS = preflight;
