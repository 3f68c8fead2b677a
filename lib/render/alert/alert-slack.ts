// An alert for a Slack incoming webhook, in Block Kit. Texts of others stand in plain_text objects, where no markup and no
// mention is read, and are escaped all the same.
// Source: docs.slack.dev, "Sending messages using incoming webhooks", "Blocks", "Formatting message text".
import type { AlertMessage } from '@/lib/core/alert/alert';
import { escapedWithin, linesWithin } from './alert-bounds';
import { type AlertTint, alertFacts, alertLinks, alertTint, pageTitle } from './alert-parts';

const HEADER_LIMIT = 150;
const TEXT_LIMIT = 3_000;
/** Several sentences should fit. */
const SENTENCE_LIMIT = 1_000;

/** Blocks have no colour. */
const MARKS: Record<AlertTint, string> = { critical: '🔴', high: '🟠', medium: '🟡', low: '🔵', over: '✅' };

export function slackPayload(alert: AlertMessage) {
  const mark = MARKS[alertTint(alert)];
  const facts = [...alertFacts(alert).map(({ label, value }) => `${label}: ${value}`), pageTitle(alert)];
  const sentences = linesWithin(
    alert.sentences.map((line) => escapedWithin(line, escapeOne, SENTENCE_LIMIT)),
    TEXT_LIMIT,
  );
  const links = alertLinks(alert).map(({ label, url }) => `<${escapeUrl(url)}|${label}>`);
  return {
    // What a lock screen shows.
    text: `${mark} ${escapedWithin(alert.firstLine, escapeOne, TEXT_LIMIT)}`,
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: plainText(`${mark} ${escapedWithin(alert.firstLine, escapeOne, HEADER_LIMIT - 3)}`) },
      ...(sentences.length === 0 ? [] : [{ type: 'section', text: plainText(sentences.join('\n')) }]),
      { type: 'context', elements: [plainText(escapedWithin(facts.join(' · '), escapeOne, TEXT_LIMIT))] },
      // Links, not buttons: Slack wants an answer to the click on a button, and shows a warning when none comes.
      ...(links.length === 0
        ? []
        : [{ type: 'section', text: { type: 'mrkdwn', text: links.join(' · '), verbatim: true } }]),
    ],
  };
}

/** `emoji: false`: ":tada:" stays as it is. */
function plainText(text: string) {
  return { type: 'plain_text', text, emoji: false };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeOne(character: string): string {
  return ENTITIES[character] ?? character;
}

function escapeUrl(text: string): string {
  return text.replace(/[&<>]/g, escapeOne).replaceAll('|', '%7C');
}
