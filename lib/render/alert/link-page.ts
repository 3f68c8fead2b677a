// What somebody sees who follows the link of a message: one plain document without script, so that it works in the browser
// inside a mail program. Texts of servers are escaped.
import { SNOOZE_CHOICES_MS } from '@/lib/core/alert/snooze';
import { durationText } from '@/lib/core/words/format';
import { escapeHtml } from '@/lib/render/feed/escape-html';

export interface LinkPage {
  /** Of the status page. */
  pageTitle: string;
  heading: string;
  sentences: readonly string[];
  /** What can be done; null when nothing can. */
  form: LinkForm | null;
}

/** Sent as POST to the address of the page itself, which holds the token. */
export type LinkForm = 'acknowledge' | 'snooze';

/** The only style of the document, so that its policy can name it. The colours are those of app/globals.css. */
export const LINK_PAGE_STYLE = `:root{color-scheme:light dark;--paper:#fff;--ink:#16181a}
@media (prefers-color-scheme:dark){:root{--paper:#121416;--ink:#eceef0}}
body{max-width:36em;margin:0 auto;padding:24px 20px 64px;font:16px/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
header a{font-size:15px;font-weight:600;color:inherit;text-decoration:none}header a:hover{text-decoration:underline}
h1{margin:64px 0 16px;font-size:28px;font-weight:600;line-height:1.2;letter-spacing:-.02em;text-wrap:balance}p{margin:0 0 12px}form{margin-top:24px}
button{font:inherit;font-weight:600;min-height:44px;padding:8px 18px;margin:0 8px 8px 0;border:1px solid var(--ink);border-radius:6px;background:var(--ink);color:var(--paper);cursor:pointer}
:focus-visible{outline:2px solid var(--ink);outline-offset:3px}`;

export function linkPage({ pageTitle, heading, sentences, form }: LinkPage): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow">',
    `<title>${escapeHtml(heading)}</title><style>${LINK_PAGE_STYLE}</style></head><body>`,
    `<header><a href="/">${escapeHtml(pageTitle)}</a></header><main>`,
    `<h1>${escapeHtml(heading)}</h1>`,
    ...sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
    ...(form === null ? [] : [`<form method="post">${buttons(form)}</form>`]),
    '</main></body></html>',
  ].join('\n');
}

function buttons(form: LinkForm): string {
  if (form === 'acknowledge') return '<button>Acknowledge</button>';
  return SNOOZE_CHOICES_MS.toSorted((a, b) => a - b)
    .map((ms) => `<button name="for" value="${ms}">${escapeHtml(durationText(ms))}</button>`)
    .join('\n');
}
