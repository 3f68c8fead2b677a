// Keeps a figure of a drawing between its bounds.

/** Where the bounds cross, the lower one holds. */
export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
