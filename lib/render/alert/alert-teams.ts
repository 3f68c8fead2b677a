// An alert for a Teams workflow ("When a Teams webhook request is received"), as an Adaptive Card. All texts stand in
// TextRuns, the only element whose text is never read as Markdown.
// Source: learn.microsoft.com, "Create incoming webhooks"; schemas/1.4.0/adaptive-card.json of microsoft/AdaptiveCards.
import type { AlertMessage } from '@/lib/core/alert/alert';
import { jsonBytes, linesWithin } from './alert-bounds';
import { type AlertTint, alertFacts, alertLinks, alertTint, pageTitle } from './alert-parts';

/** Teams refuses messages over 28 KB; the rest of the card stays well under 8 KB. */
const SENTENCES_LIMIT_BYTES = 16 * 1024;
/** What the card's own markup adds to a sentence. */
const MARKUP_BYTES = 110;

const STYLES: Record<AlertTint, string> = {
  critical: 'attention',
  high: 'warning',
  medium: 'warning',
  low: 'accent',
  over: 'good',
};

export function teamsPayload(alert: AlertMessage) {
  return {
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: adaptiveCard(alert) },
    ],
  };
}

function adaptiveCard(alert: AlertMessage) {
  const lines = linesWithin(alert.sentences, SENTENCES_LIMIT_BYTES, (line) => jsonBytes(line) + MARKUP_BYTES);
  const facts = alertFacts(alert).map(({ label, value }) =>
    richText([
      { type: 'TextRun', text: `${label}: `, isSubtle: true },
      { type: 'TextRun', text: value },
    ]),
  );
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      {
        type: 'Container',
        style: STYLES[alertTint(alert)],
        bleed: true,
        items: [richText([{ type: 'TextRun', text: alert.firstLine, weight: 'Bolder', size: 'Medium' }])],
      },
      ...lines.map((line) => richText([{ type: 'TextRun', text: line }])),
      { type: 'Container', separator: true, spacing: 'Medium', items: facts },
      richText([{ type: 'TextRun', text: pageTitle(alert), size: 'Small', isSubtle: true }]),
    ],
    actions: alertLinks(alert).map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  };
}

interface TextRun {
  type: 'TextRun';
  text: string;
  weight?: 'Bolder';
  size?: 'Small' | 'Medium';
  isSubtle?: true;
}

function richText(inlines: readonly TextRun[]) {
  return { type: 'RichTextBlock', inlines };
}
