// An alert as an e-mail: subject, plain text and HTML. Knows no SMTP; headers are made where it is sent.
import type { AlertMessage } from '@/lib/core/alert/alert';
import { escapeHtml } from '@/lib/render/feed/escape-html';
import { type AlertLink, type AlertTint, alertFacts, alertLinks, alertTint, pageTitle } from './alert-parts';

export interface AlertEmail {
  subject: string;
  text: string;
  html: string;
}

/** Dark enough for white text (4.5:1). */
const COLOURS: Record<AlertTint, string> = {
  critical: '#b42318',
  high: '#b54708',
  medium: '#7a5c00',
  low: '#175cd3',
  over: '#067647',
};

export function alertEmail(alert: AlertMessage): AlertEmail {
  return { subject: alert.firstLine, text: plainBody(alert), html: htmlBody(alert) };
}

function plainBody(alert: AlertMessage): string {
  const paragraphs = [
    [alert.firstLine],
    alert.sentences,
    alertFacts(alert).map(({ label, value }) => `${label}: ${value}`),
    alertLinks(alert).map(({ label, url }) => `${label}: ${url}`),
    // Two hyphens and a space set a signature off (RFC 3676, 4.3).
    ['-- ', senderLine(alert)],
  ];
  const written = paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}

/** One column, inline styles and no images: what every client shows alike. */
function htmlBody(alert: AlertMessage): string {
  const facts = alertFacts(alert).map(({ label, value }) => {
    return `<tr><td style="padding:2px 16px 2px 0;color:#667085">${escapeHtml(label)}</td><td>${escapeHtml(value)}</td></tr>`;
  });
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeHtml(alert.firstLine)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#101828;background:#fff">',
    `<h1 style="margin:0 0 16px;padding:12px 16px;font-size:18px;color:#fff;background:${COLOURS[alertTint(alert)]}">`,
    `${escapeHtml(alert.firstLine)}</h1>`,
    ...alert.sentences.map((sentence) => `<p style="margin:0 0 8px">${escapeHtml(sentence)}</p>`),
    `<table style="margin:16px 0;border-collapse:collapse;font-size:14px">${facts.join('')}</table>`,
    `<p>${alertLinks(alert).map(linkHtml).join(' &nbsp; ')}</p>`,
    `<p style="font-size:13px;color:#667085">${escapeHtml(senderLine(alert))}</p>`,
    '</body></html>',
  ].join('\n');
}

function linkHtml({ label, url }: AlertLink): string {
  return `<a href="${escapeHtml(url)}" style="color:#175cd3">${escapeHtml(label)}</a>`;
}

function senderLine(alert: AlertMessage): string {
  return `Sent by ${pageTitle(alert)}${alert.page.url === null ? '' : `, ${alert.page.url}`}`;
}
