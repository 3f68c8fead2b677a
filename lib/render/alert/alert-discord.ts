// An alert for a Discord webhook: the first line as content, which phones show, and an embed. Mentions are switched off,
// and every mark of Discord's Markdown is escaped.
// Source: discord/discord-api-docs, developers/resources/webhook.mdx and message.mdx ("Embed Limits").
import type { AlertMessage } from '@/lib/core/alert/alert';
import { isoText } from '@/lib/core/words/format';
import { linesWithin } from './alert-bounds';
import { type AlertTint, alertFacts, alertLinks, alertTint, pageTitle } from './alert-parts';

/** Discord takes 4,096; links need room, and all texts of the embed together may have 6,000. */
const SENTENCES_LIMIT = 3_000;
const LINKS_LIMIT = 1_000;

const COLOURS: Record<AlertTint, number> = {
  critical: 0xd92d20,
  high: 0xf79009,
  medium: 0xfac515,
  low: 0x2e90fa,
  over: 0x12b76a,
};

export function discordPayload(alert: AlertMessage) {
  const links = alertLinks(alert).map(({ label, url }) => `[${label}](<${url}>)`);
  return {
    content: escaped(alert.firstLine),
    embeds: [
      {
        description: [
          ...linesWithin(alert.sentences.map(escaped), SENTENCES_LIMIT),
          ...linesWithin(links, LINKS_LIMIT),
        ].join('\n'),
        color: COLOURS[alertTint(alert)],
        fields: alertFacts(alert).map(({ label, value }) => ({ name: label, value: escaped(value), inline: true })),
        footer: { text: pageTitle(alert) },
        timestamp: isoText(alert.at),
      },
    ],
    // For edits too: without it Discord falls back to its own rules.
    allowed_mentions: { parse: [] },
  };
}

/** As few backslashes as will do, since phones show them: an underscore inside a word is none of Markdown's marks. */
function escaped(line: string): string {
  return line
    .replace(/[\\`*~|<>[\]@]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)\./, '$1\\.');
}
