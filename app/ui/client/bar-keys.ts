// Where an arrow leads on the bars. Pure.

/** A day of a server: both count from 0, servers from the top, days from the oldest. */
export interface Spot {
  row: number;
  day: number;
}

const LAST_DAY = 89;

/** Null for a key that does not lead anywhere. `first` is the oldest day shown at this width. */
export function nextSpot(
  key: string,
  { row, day }: Spot,
  { rows, first }: { rows: number; first: number },
): Spot | null {
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  switch (key) {
    case 'ArrowLeft':
      return { row, day: within(day - 1, first, LAST_DAY) };
    case 'ArrowRight':
      return { row, day: within(day + 1, first, LAST_DAY) };
    case 'ArrowUp':
      return { row: within(row - 1, 0, rows - 1), day };
    case 'ArrowDown':
      return { row: within(row + 1, 0, rows - 1), day };
    case 'Home':
      return { row, day: first };
    case 'End':
      return { row, day: LAST_DAY };
    default:
      return null;
  }
}
