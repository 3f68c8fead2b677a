// What /embed and /embed/{slug} share: a document that any site may show in a frame, and that may do nothing
// but look again.
import { createHash } from 'node:crypto';
import { documentAnswer } from '@/app/answer';
import { EMBED_SCRIPT, EMBED_STYLE, embedChoices, embedPage } from '@/lib/render/embed-page';
import type { EmbedStatus } from '@/lib/render/embed-status';

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const POLICY = [
  "default-src 'none'",
  `script-src ${hash(EMBED_SCRIPT)}`,
  `style-src ${hash(EMBED_STYLE)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

export function embedAnswer(request: Request, said: EmbedStatus, status: 200 | 404 = 200): Response {
  const html = embedPage(said, embedChoices(new URL(request.url).searchParams));
  return documentAnswer(request, html, { status, policy: POLICY });
}
