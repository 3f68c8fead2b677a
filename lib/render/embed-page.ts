// The widget as a document of its own, for sites that allow frames and no scripts of others. Pure; it runs and loads nothing.
import { safeText } from '@/lib/core/words/safe-text';
import type { EmbedStatus } from '@/lib/render/embed-status';
import { type FaviconState, renderFavicon } from '@/lib/render/favicon';
import { escapeHtml } from '@/lib/render/feed/escape-html';

export const EMBED_THEMES = ['light', 'dark'] as const;
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

/** The same for all, so that one hash allows it. */
export const EMBED_STYLE = `:root{color-scheme:light dark;--ink:light-dark(#16181a,#eceef0);--rest:light-dark(#5a6067,#a0a7ae)}
:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
body{margin:0;background:none;font:14px/1.4 system-ui,sans-serif}
a{display:inline-flex;gap:.5em;align-items:center;padding:.3em .7em;color:var(--ink);text-decoration:none;overflow-wrap:anywhere;
border:1px solid light-dark(#858c93,#7b838a);border-radius:1.4em;background:light-dark(#fff,#121416);box-sizing:border-box;max-width:100%}
a:hover b{text-decoration:underline}a:focus-visible{outline:2px solid currentColor;outline-offset:-3px}
b{font-weight:600}p{margin:0;color:var(--rest)}svg{display:block;width:1.1em;height:1.1em}`;

const TITLE_LENGTH = 64;
/** How often it is asked for anew, without a script. */
const AGAIN_S = 60;

export function embedPage({ title, status, message, url }: EmbedStatus, { label, theme }: EmbedChoices): string {
  const name = escapeHtml(label === '' ? safeText(title, TITLE_LENGTH) : label);
  const chosen = theme === null ? '' : ` data-theme="${theme}"`;
  // Paused is no state of a whole page, for which the signs are drawn; nobody knows more of it than of an unknown one.
  const state: FaviconState = status === 'paused' ? 'unknown' : status;
  const sign = `<span aria-hidden="true">${renderFavicon(state)}</span>`;
  return [
    `<!DOCTYPE html><html lang="en"${chosen}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<meta http-equiv="refresh" content="${AGAIN_S}"><title>${name}: ${escapeHtml(message)}</title>`,
    `<style>${EMBED_STYLE}</style></head><body><a href="${escapeHtml(url)}" target="_blank" rel="noopener">`,
    `${sign}<b>${name}</b> <p>${escapeHtml(message)}</p></a></body></html>`,
  ].join('');
}
