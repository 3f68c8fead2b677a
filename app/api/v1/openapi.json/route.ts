// GET /api/v1/openapi.json: what /api/v1 answers, for programs that make clients of it (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { openApiDocument } from '@/lib/render/api-v1/openapi';
import packageJson from '@/package.json';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => jsonAnswer(request, openApiDocument(packageJson.version)));
export const OPTIONS = preflight;
export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/app/api/v1/refusals';
