// The two fills that are more than a colour, once a page; drawings refer to them by id.

export function BarPatterns() {
  return (
    // Not `display: none`: some browsers then paint nothing where a pattern is used.
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <pattern id="bar-gap" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" className="fill-paper" />
        <rect width="1.4" height="4" className="fill-gap" />
      </pattern>
      {/* So narrow that the least height of a stretch (lib/core/drawing/bars.ts) shows a gap, wherever it begins. */}
      <pattern id="bar-degraded" width="4" height="3" patternUnits="userSpaceOnUse">
        <rect width="4" height="3" className="fill-degraded-fill" />
        <rect y="1" width="4" height="0.75" className="fill-paper" />
      </pattern>
    </svg>
  );
}
