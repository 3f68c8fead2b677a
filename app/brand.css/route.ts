// GET /brand.css: the accent colour of the pages. A file of its own, since a strict policy lets no style stand in markup.
import { preflight, reading, styleAnswer } from '@/app/answer';
import { readPageSettings } from '@/lib/reads/page-settings';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  const accent = readPageSettings().brand?.accent;
  return styleAnswer(request, accent ? accentCss(accent) : '');
});
export const OPTIONS = preflight;

/** Both were made of hexadecimal digits by `readableAccent`. */
function accentCss({ light, dark }: { light: string; dark: string }): string {
  return `:root{--color-accent:${light}}@media screen and (prefers-color-scheme:dark){:root{--color-accent:${dark}}}`;
}
