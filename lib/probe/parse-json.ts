// Parses JSON of hostile origin without letting its shape cost far more than its size. Knows nothing of JSON-RPC.
import { ProbeFault } from './probe-fault';

/** Arrays and objects that one body may open: 10,000 tools with 20 each. Four MiB of nothing but "{}," are 1.4 million. */
const MAX_CONTAINERS = 200_000;
const [OPEN_BRACKET, OPEN_BRACE] = [0x5b, 0x7b];

/** @throws ProbeFault `too_large` for a shape no client would hold, `bad_json` with its beginning as the detail */
export function parseJson(text: string): unknown {
  if (hasTooManyContainers(text)) {
    throw new ProbeFault('too_large', `answers with more than ${MAX_CONTAINERS} parts`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ProbeFault('bad_json', 'answers with broken JSON', `${reason}\n${text.slice(0, 300)}`);
  }
}

/** Counts those inside texts as well: only the order of magnitude matters. */
function hasTooManyContainers(text: string): boolean {
  let count = 0;
  for (let index = 0; index < text.length && text.length > MAX_CONTAINERS; index++) {
    const code = text.charCodeAt(index);
    if ((code === OPEN_BRACKET || code === OPEN_BRACE) && ++count > MAX_CONTAINERS) return true;
  }
  return false;
}
