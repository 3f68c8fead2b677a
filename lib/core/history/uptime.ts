// Uptime (design rule 7): the share of judged time in which the server answered MCP. Maintenance, locked, unknown,
// paused and blind time are left out, never counted as either.
import type { StatusMs } from './rollup';

/** A ratio from 0 to 1; null when no time was judged. */
export function uptimeOf(ms: StatusMs): number | null {
  const answered = ms.up + ms.degraded;
  const judged = answered + ms.down;
  return judged === 0 ? null : answered / judged;
}

/** Floored, so that 99.996 % never reads as 100 %; whole numbers lose their zeros. Null reads as a dash. */
export function formatUptime(uptime: number | null, decimals = 2): string {
  if (uptime === null) return '–';
  const factor = 10 ** decimals;
  // 1e-9 undoes the binary error of a product such as 0.57 * 100 without ever lifting a real 99.9999 to 100.
  const floored = uptime >= 1 ? 100 : Math.min(Math.floor(uptime * 100 * factor + 1e-9), 100 * factor - 1) / factor;
  return `${floored === 100 ? '100' : floored.toFixed(decimals)}%`;
}
