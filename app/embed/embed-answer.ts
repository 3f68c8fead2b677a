// What /embed and /embed/{slug} share: a document that any site may show in a frame, and that may do nothing itself.
import { createHash } from 'node:crypto';
import { documentAnswer } from '@/app/answer';
import { EMBED_STYLE, embedChoices, embedPage } from '@/lib/render/embed-page';
import type { EmbedStatus } from '@/lib/render/embed-status';

const STYLE_HASH = createHash('sha256').update(EMBED_STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

export function embedAnswer(request: Request, said: EmbedStatus, status: 200 | 404 = 200): Response {
  const html = embedPage(said, embedChoices(new URL(request.url).searchParams));
  return documentAnswer(request, html, { status, policy: POLICY });
}
