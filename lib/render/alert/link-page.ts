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

/** The only style of the document, so that its policy can name it. */
export const LINK_PAGE_STYLE = `:root{color-scheme:light dark}body{max-width:36em;margin:12vh auto 0;padding:0 24px;font:17px/1.5 system-ui,sans-serif}
h1{font-size:26px;line-height:1.25}button{font:inherit;font-weight:600;padding:10px 18px;margin:0 8px 8px 0;border:1px solid;border-radius:8px;background:none;color:inherit;cursor:pointer}
button:focus-visible{outline:3px solid Highlight;outline-offset:2px}small{opacity:.75}`;

export function linkPage({ pageTitle, heading, sentences, form }: LinkPage): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow">',
    `<title>${escapeHtml(heading)}</title><style>${LINK_PAGE_STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(heading)}</h1>`,
    ...sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
    ...(form === null ? [] : [`<form method="post">${buttons(form)}</form>`]),
    `<p><small>${escapeHtml(pageTitle)}</small></p></main></body></html>`,
  ].join('\n');
}

function buttons(form: LinkForm): string {
  if (form === 'acknowledge') return '<button>Acknowledge</button>';
  return SNOOZE_CHOICES_MS.toSorted((a, b) => a - b)
    .map((ms) => `<button name="for" value="${ms}">${escapeHtml(durationText(ms))}</button>`)
    .join('\n');
}
