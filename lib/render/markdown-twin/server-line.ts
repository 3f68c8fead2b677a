// One server in one item of a Markdown list.
import { formatUptime } from '@/lib/core/history/uptime';
import type { ServerView } from '@/lib/core/view';
import { countText, isoText, latencyText } from '@/lib/core/words/format';
import { escapeMarkdown } from './escape-markdown';

/** "- [github-tools](…/servers/github-tools.md): **down** since 2026-…, at handshake: error -32603 (26 tools, …)". */
export function serverLine(server: ServerView, url: string): string {
  return `- [${escapeMarkdown(server.title)}](${url}/servers/${server.slug}.md): ${stateText(server)}${factsText(server)}`;
}

/** "**down** since 2026-11-22T12:41:23.000Z, at handshake: error -32603". */
export function stateText({ status, since, reason, isBeingAskedAgain }: ServerView): string {
  const parts = [`**${status}**`];
  if (since !== null) parts.push(` since ${isoText(since)}`);
  if (reason) parts.push(`${reason.stage === null ? '' : `, at ${reason.stage}`}: ${escapeMarkdown(reason.message)}`);
  if (isBeingAskedAgain) parts.push('; missed its last call, being asked again');
  return parts.join('');
}

function factsText({ toolCount, p95Ms, uptime }: ServerView): string {
  const facts: string[] = [];
  if (toolCount !== null) facts.push(countText(toolCount, 'tool'));
  if (p95Ms !== null) facts.push(`p95 ${latencyText(p95Ms)}`);
  if (uptime['90d'] !== null) facts.push(`uptime 90 days ${formatUptime(uptime['90d'])}`);
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`;
}
