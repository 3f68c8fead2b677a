// GET /schema/rollcall.json: the JSON Schema that editors complete and check a rollcall.json with.
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { rollcallJsonSchema } from '@/lib/config/settings/rollcall-schema';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => jsonAnswer(request, rollcallJsonSchema(), 'application/schema+json'));
export const OPTIONS = preflight;
