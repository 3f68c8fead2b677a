// /llms.txt (https://llmstxt.org): what an agent finds here, in a page of links. Pure.
import type { OverviewView } from '@/lib/core/view';
import { escapeMarkdown } from './escape-markdown';

/** @param url where people open the page. */
export function llmsText({ page, servers }: OverviewView, url: string): string {
  const sections = [
    `# ${escapeMarkdown(page.title)}`,
    '> The status of MCP servers, called once a minute as an MCP client does: which answer, since when, and at which stage the ' +
      'others break (reach, handshake, tools, dependencies).',
    'Ask here before blaming a tool that fails or is missing. Everything is public and read-only; all instants are UTC.',
    '## Status',
    [
      `- [All servers](${url}/index.md): the status page as Markdown, with counts in its front matter`,
      `- [Incidents](${url}/incidents.md): those that began this month; each has a page of its own with its whole story`,
    ].join('\n'),
    '## Servers',
    servers.map(({ slug, title }) => `- [${escapeMarkdown(title)}](${url}/servers/${slug}.md)`).join('\n'),
    '## For programs',
    [
      `- [Endpoints](${url}/api/v1/endpoints): status, stage, code, tools, latency and uptime of every server as JSON`,
      `- [OpenAPI](${url}/api/v1/openapi.json): the description of the API`,
      `- [Statuspage](${url}/api/v2/summary.json): the same in the words of Atlassian Statuspage`,
      `- MCP: \`${url}/mcp\`, Streamable HTTP without sessions, read-only`,
    ].join('\n'),
    '## Optional',
    [
      `- [Feed](${url}/feed.atom): incidents and maintenance as Atom; also as feed.rss and feed.json`,
      `- [Maintenance](${url}/maintenance.ics): announced work as a calendar`,
    ].join('\n'),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
