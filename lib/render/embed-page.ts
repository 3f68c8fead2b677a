// The widget as a document of its own, for sites that allow frames and no scripts of others. Pure; it runs one script of its
// own and loads nothing but itself.
import { safeText } from '@/lib/core/words/safe-text';
import type { EmbedStatus } from '@/lib/render/embed-status';
import { type FaviconState, renderFavicon } from '@/lib/render/favicon';
import { escapeHtml } from '@/lib/render/feed/escape-html';

const EMBED_THEMES = ['light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

export interface EmbedChoices {
  /** In place of the title; empty: as if it had not been said. */
  label: string;
  /** Null: the visitor's own. */
  theme: EmbedTheme | null;
}

/** `?label=` and `?theme=`; what is not understood is as if it had not been said. */
export function embedChoices(query: URLSearchParams): EmbedChoices {
  const theme = EMBED_THEMES.find((known) => known === query.get('theme')) ?? null;
  return { label: safeText(query.get('label') ?? '', TITLE_LENGTH), theme };
}

/** No `color-scheme`: a frame whose scheme is not its host's gets a paper of its own behind the corners. */
const LIGHT = '--ink:#16181a;--rest:#5a6067;--hair:#858c93;--paper:#fff';
const DARK = '--ink:#eceef0;--rest:#a0a7ae;--hair:#7b838a;--paper:#121416';

/** The same for all, so that one hash allows it. A name that is too long gives way, the state never. */
export const EMBED_STYLE = `:root{${LIGHT}}:root[data-theme=dark]{${DARK}}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
body{margin:0;font:14px/1.4 system-ui,sans-serif}
a{display:inline-flex;gap:.5em;align-items:center;box-sizing:border-box;max-width:100%;padding:.3em .7em;color:var(--ink);
text-decoration:none;border:1px solid var(--hair);border-radius:999px;background:var(--paper)}
a:hover h1{text-decoration:underline}a:focus-visible{outline:2px solid currentColor;outline-offset:-3px}
h1,p{margin:0;font-size:inherit;white-space:nowrap}h1{overflow:hidden;text-overflow:ellipsis;font-weight:600}p{flex:none;color:var(--rest)}
svg{display:block;width:1.1em;height:1.1em}`;

const TITLE_LENGTH = 64;

/**
 * Looks again once a minute while somebody can see it, and puts in what changed, so that nobody loses the focus as in a
 * document that loads itself anew. What cannot be asked is unknown.
 */
export const EMBED_SCRIPT = `setInterval(async()=>{if(document.hidden)return;let to;try{
const answer=await fetch(location.href,{cache:'no-cache',credentials:'omit',signal:AbortSignal.timeout(1e4)});
to=new DOMParser().parseFromString(await answer.text(),'text/html')}catch{}
const [sign,name,message]=document.querySelector('a').children;const now=to?.querySelector('a');
if(!now){sign.textContent='?';message.textContent='unknown'}
else if(now.innerHTML!==name.parentNode.innerHTML){sign.replaceWith(now.children[0]);message.replaceWith(now.querySelector('p'));
document.title=to.title}},6e4)`;

export function embedPage({ title, status, message, url }: EmbedStatus, { label, theme }: EmbedChoices): string {
  const name = escapeHtml(label === '' ? safeText(title, TITLE_LENGTH) : label);
  const chosen = theme === null ? '' : ` data-theme="${theme}"`;
  // Paused is no state of a whole page, for which the signs are drawn; nobody knows more of it than of an unknown one.
  const state: FaviconState = status === 'paused' ? 'unknown' : status;
  const sign = `<span aria-hidden="true">${renderFavicon(state)}</span>`;
  return [
    `<!DOCTYPE html><html lang="en"${chosen}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${name}: ${escapeHtml(message)}</title>`,
    `<style>${EMBED_STYLE}</style></head><body><main><a href="${escapeHtml(url)}" target="_blank" rel="noopener">`,
    `${sign}<h1>${name}</h1> <p>${escapeHtml(message)}</p></a></main><script>${EMBED_SCRIPT}</script></body></html>`,
  ].join('');
}
