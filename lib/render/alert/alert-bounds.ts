// Keeps texts within a receiver's limits after they are escaped: a message over a limit is refused as a whole, so a server
// could silence its own alert with a text that grows. Pure.

/** Up to `limit` UTF-16 units of escaped text, cut between characters; what is cut off ends in an ellipsis. */
export function escapedWithin(text: string, escapeOne: (character: string) => string, limit: number): string {
  const characters = [...text].map(escapeOne);
  if (characters.reduce((length, character) => length + character.length, 0) <= limit) return characters.join('');
  let kept = '';
  for (const character of characters) {
    if (kept.length + character.length > limit - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** As many lines as fit with their line breaks, in order; where some do not, a last line counts them. From 20 up. */
export function linesWithin(
  lines: readonly string[],
  limit: number,
  lengthOf: (line: string) => number = (line) => line.length,
): readonly string[] {
  const closing = (count: number) => `And ${count} more.`;
  let length = lengthOf(closing(lines.length));
  const fitting = lines.findIndex((line) => {
    length += lengthOf(line) + 1;
    return length > limit;
  });
  const isWhole = lines.reduce((sum, line) => sum + lengthOf(line) + 1, -1) <= limit;
  return isWhole || fitting < 0 ? lines : [...lines.slice(0, fitting), closing(lines.length - fitting)];
}

const encoder = new TextEncoder();

/** What a text takes up in a JSON body, without its quotes. */
export function jsonBytes(text: string): number {
  return encoder.encode(JSON.stringify(text)).byteLength - 2;
}

export function utf8Bytes(text: string): number {
  return encoder.encode(text).byteLength;
}
