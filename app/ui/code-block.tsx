// Text to copy. Long lines wrap instead of scrolling: nothing is hidden on a phone or on paper.

export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <figure className="mt-2">
      <figcaption className="sr-only">{label}</figcaption>
      <pre className="rounded-md bg-sunk px-4 py-3 text-[13px] wrap-anywhere whitespace-pre-wrap">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
