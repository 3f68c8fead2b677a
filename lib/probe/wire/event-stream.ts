// Reads server-sent events out of bytes as they arrive (WHATWG HTML, 9.2.6). Bounded by whoever bounds the bytes.

export interface StreamEvent {
  /** `message` when the stream names none. */
  type: string;
  data: string;
  /** The id this event set; null when it set none. */
  id: string | null;
  /** How long to wait before a reconnect; null when this event said nothing of it. */
  retryMs: number | null;
}

export interface EventReader {
  /** The events that this chunk completed. An event cut off by the end of the stream is never delivered. */
  push(chunk: Uint8Array): StreamEvent[];
}

export function createEventReader(): EventReader {
  const decoder = new TextDecoder();
  // Pieces of a line still without its end. Joined once, so that a line without end costs no more than its bytes.
  let pieces: string[] = [];
  let endsInCarriageReturn = false;
  let event = emptyEvent();

  function endLine(rest: string): StreamEvent | null {
    const line = pieces.length === 0 ? rest : pieces.join('') + rest;
    pieces = [];
    if (line !== '') {
      addField(event, line);
      return null;
    }
    const { type, data, id, retryMs } = event;
    event = emptyEvent();
    if (data.length === 0 && id === null && retryMs === null) return null;
    return { type: type === '' ? 'message' : type, data: data.join('\n'), id, retryMs };
  }

  return {
    push(chunk) {
      const decoded = decoder.decode(chunk, { stream: true });
      // Half a character: what came before it stays the last that was seen.
      if (decoded === '') return [];
      const text = endsInCarriageReturn && decoded.startsWith('\n') ? decoded.slice(1) : decoded;
      endsInCarriageReturn = decoded.endsWith('\r');
      const events: StreamEvent[] = [];
      const lines = text.split(/\r\n|\r|\n/);
      const unfinished = lines.pop() ?? '';
      for (const line of lines) {
        const done = endLine(line);
        if (done !== null) events.push(done);
      }
      if (unfinished !== '') pieces.push(unfinished);
      return events;
    },
  };
}

interface OpenEvent {
  type: string;
  data: string[];
  id: string | null;
  retryMs: number | null;
}

function emptyEvent(): OpenEvent {
  return { type: '', data: [], id: null, retryMs: null };
}

function addField(event: OpenEvent, line: string): void {
  const colon = line.indexOf(':');
  // A line that starts with a colon is a comment: keep-alives look like that.
  if (colon === 0) return;
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (name === 'data') event.data.push(value);
  else if (name === 'event') event.type = value;
  else if (name === 'id' && !value.includes('\0')) event.id = value;
  else if (name === 'retry' && /^\d{1,9}$/.test(value)) event.retryMs = Number(value);
}

/** The event in the plainest form there is, for a reader that is less patient with line ends than the standard. */
export function writeEvent({ type, data, id, retryMs }: StreamEvent): string {
  const lines = [
    ...(retryMs === null ? [] : [`retry: ${retryMs}`]),
    ...(id === null ? [] : [`id: ${id}`]),
    `event: ${type}`,
    ...data.split('\n').map((line) => `data: ${line}`),
  ];
  return `${lines.join('\n')}\n\n`;
}
