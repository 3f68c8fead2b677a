// Parses JSON of hostile origin without letting its shape cost far more than its size. Knows nothing of JSON-RPC.
import { ProbeFault } from '@/lib/probe/fault/probe-fault';

/** Arrays and objects that one body may open: 10,000 tools with 20 each. Four MiB of nothing but "{}," are 1.4 million. */
const MAX_CONTAINERS = 200_000;
/** Whoever reads the value later does so with functions that call themselves. */
const MAX_DEPTH = 1_000;

/** @throws ProbeFault `too_large` for a shape no client would hold, `bad_json` with its beginning as the detail */
export function parseJson(text: string): unknown {
  refuseCostlyShape(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ProbeFault('bad_json', 'answers with broken JSON', `${reason}\n${text.slice(0, 300)}`);
  }
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** One pass over the characters; strings are skipped, since a description may hold brackets. */
function refuseCostlyShape(text: string): void {
  let containers = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      containers++;
      depth++;
      if (containers > MAX_CONTAINERS)
        throw new ProbeFault('too_large', `answers with more than ${MAX_CONTAINERS} parts`);
      if (depth > MAX_DEPTH) throw new ProbeFault('too_large', `answers with more than ${MAX_DEPTH} levels of JSON`);
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth--;
  }
}

/** Index of the closing quote; the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return index;
    if (code === BACKSLASH) index++;
  }
  return text.length;
}
