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

/**
 * Lines of data that an event holds apart; more are joined. Half a million short lines in a list would cost many times
 * their bytes.
 */
const LINES_APART = 1_000;

export function createEventReader(): EventReader {
  const decoder = new TextDecoder();
  const lineEnd = /[\r\n]/g;
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
      const text = decoder.decode(chunk, { stream: true });
      // Half a character: what came before it stays the last that was seen.
      if (text === '') return [];
      const events: StreamEvent[] = [];
      let start = endsInCarriageReturn && text.startsWith('\n') ? 1 : 0;
      endsInCarriageReturn = text.endsWith('\r');
      lineEnd.lastIndex = start;
      while (lineEnd.test(text)) {
        const done = endLine(text.slice(start, lineEnd.lastIndex - 1));
        if (done !== null) events.push(done);
        if (text.startsWith('\r\n', lineEnd.lastIndex - 1)) lineEnd.lastIndex++;
        start = lineEnd.lastIndex;
      }
      if (start < text.length) pieces.push(text.slice(start));
      return events;
    },
  };
}

interface OpenEvent {
  type: string;
  /** Its lines, or several in one. */
  data: string[];
  /** How many at the end of `data` are still apart. */
  apart: number;
  id: string | null;
  retryMs: number | null;
}

function emptyEvent(): OpenEvent {
  return { type: '', data: [], apart: 0, id: null, retryMs: null };
}

function addField(event: OpenEvent, line: string): void {
  const colon = line.indexOf(':');
  // A line that starts with a colon is a comment: keep-alives look like that.
  if (colon === 0) return;
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(line.startsWith(' ', colon + 1) ? colon + 2 : colon + 1);
  if (name === 'data') addData(event, value);
  else if (name === 'event') event.type = value;
  else if (name === 'id' && !value.includes('\0')) event.id = value;
  else if (name === 'retry' && /^\d{1,9}$/.test(value)) event.retryMs = Number(value);
}

function addData(event: OpenEvent, line: string): void {
  event.data.push(line);
  event.apart++;
  if (event.apart < LINES_APART) return;
  event.data.push(event.data.splice(-event.apart).join('\n'));
  event.apart = 0;
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
