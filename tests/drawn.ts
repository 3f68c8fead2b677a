// A component as the markup that a visitor gets, parts that are drawn later included.
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';

export async function drawn(page: ReactNode): Promise<string> {
  const { prelude } = await prerender(page);
  const html = await new Response(prelude).text();
  // Between two neighbouring texts, so that the browser can tell them apart when it patches the page.
  return html.replaceAll('<!-- -->', '');
}
