// What a person wrote in an update, drawn. The HTML comes from lib/render/markdown, which lets nothing through but text,
// lists, code and links to the web.
import { renderMarkdown } from '@/lib/render/markdown/markdown';

const LOOK =
  '[&>:first-child]:mt-0 [&>:last-child]:mb-0 [&_:is(ul,ol)]:my-2 [&_:is(ul,ol)]:pl-5 [&_a[href]]:underline [&_a[href]]:underline-offset-3 [&_blockquote]:border-l-2 [&_blockquote]:border-hair [&_blockquote]:pl-3 [&_code]:text-[0.9em] [&_ol]:list-decimal [&_pre]:my-2 [&_pre]:overflow-x-auto [&_pre]:rounded [&_pre]:bg-sunk [&_pre]:p-3 [&_p+p]:mt-2 [&_ul]:list-disc';

export function Markdown({ source }: { source: string }) {
  const html = { __html: renderMarkdown(source) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own renderer, see above; its tests are attacks.
  return <div className={`wrap-anywhere ${LOOK}`} dangerouslySetInnerHTML={html} />;
}
