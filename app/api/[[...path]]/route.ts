// /api/…, where nothing is: machines get the API's own words for it, not a page.
import { errorAnswer, preflight } from '@/app/answer';

export const dynamic = 'force-dynamic';

function nothing(): Response {
  return errorAnswer('not_found', 'There is nothing at this address. /api/v1/openapi.json says what there is.');
}

export const OPTIONS = preflight;
export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
