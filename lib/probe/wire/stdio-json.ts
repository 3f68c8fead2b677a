// Parses a line of JSON without letting its shape cost far more than its size. Knows nothing of JSON-RPC.
import { ProbeFault } from '@/lib/probe/fault/probe-fault';

/**
 * Arrays and objects that one line may open: 10,000 tools with 50 each. Sixteen MiB of nothing but brackets took V8
 * 590 MB and 1.7 s of the only thread.
 */
const MAX_CONTAINERS = 500_000;
const [OPEN_BRACKET, OPEN_BRACE] = [0x5b, 0x7b];

/**
 * @returns undefined for what is no JSON
 * @throws ProbeFault `too_large`
 */
export function parseJsonLine(line: string): unknown {
  if (countContainers(line) > MAX_CONTAINERS) {
    throw new ProbeFault('too_large', `sends a line of more than ${MAX_CONTAINERS} parts`);
  }
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Counts those inside texts as well: only the order of magnitude matters. */
function countContainers(line: string): number {
  if (line.length <= MAX_CONTAINERS) return 0;
  let count = 0;
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    if (code === OPEN_BRACKET || code === OPEN_BRACE) count++;
  }
  return count;
}
