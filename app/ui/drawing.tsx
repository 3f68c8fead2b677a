// A drawing that stands in the page as one text. React would carry each of its elements three times: in the markup, in the
// data for patching, and again in the browser; and most of a status page is marks and bars.

interface DrawingProps {
  viewBox: string;
  /** Elements of SVG, made of our own constants and numbers only: never of what a server or a person said. */
  markup: string;
  className: string;
  preserveAspectRatio?: 'none';
}

/** For the eye only; the words beside it speak. */
export function Drawing({ markup, ...props }: DrawingProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see DrawingProps.
  return <svg {...props} aria-hidden="true" dangerouslySetInnerHTML={{ __html: markup }} />;
}
