// The same text for readers without HTML: feeds, JSON, alerts. Made from our own HTML, so that both say the same.
import { renderMarkdown } from './markdown';

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

export function plainMarkdown(source: string): string {
  return renderMarkdown(source)
    .replace(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_, href: string, label: string) => linkText(href, label))
    .replace(/<li>\s*/g, '- ')
    .replace(/<br \/>\n?|<\/p>|<\/li>\n?|<\/pre>|<hr \/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);|&#(\d+);/g, (entity, code?: string) => {
      return code === undefined ? (ENTITIES[entity] ?? entity) : String.fromCodePoint(Number(code));
    })
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function linkText(href: string, label: string): string {
  const target = href.replace(/^mailto:/, '');
  return label === target ? label : `${label} (${target})`;
}
