// Lines to copy, under the name of what they are for; the button needs script, the text does not.
import { CopyButton, type CopyWords } from '@/app/ui/client/copy-button';

interface SnippetBlockProps {
  heading: string;
  text: string;
  words: CopyWords;
}

export function SnippetBlock({ heading, text, words }: SnippetBlockProps) {
  return (
    <figure className="mt-3">
      <figcaption className="flex min-h-7 items-center justify-between gap-4 text-[13px] text-soft">
        <span>{heading}</span>
        <CopyButton text={text} about={heading} words={words} />
      </figcaption>
      <pre className="mt-1 rounded-md bg-sunk px-4 py-3 text-[13px] wrap-anywhere whitespace-pre-wrap">
        <code>{text}</code>
      </pre>
    </figure>
  );
}
