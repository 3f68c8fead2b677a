// Loads one address over keep-alive connections and prints one line of JSON. In a process of its own and over bare
// sockets, so that what is measured is the server: it costs a few microseconds a request.
//   load.mjs '{"port", "path", "headers", "connections", "seconds", "rate"}'   rate: requests a second; null: as many as go
import { connect } from 'node:net';

const { port, path, headers, connections, seconds, rate } = JSON.parse(process.argv[2]);
const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
const END_OF_HEAD = Buffer.from('\r\n\r\n');

const tookMs = [];
let failed = 0;
let isOver = false;

/** One request at a time; `onAnswer` is called when all of the answer is there. */
function openLane(onAnswer) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let head = Buffer.alloc(0);
  let missing = -1;
  socket.on('data', (chunk) => {
    let rest = chunk;
    if (missing < 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const end = head.indexOf(END_OF_HEAD);
      if (end < 0) return;
      const text = head.toString('latin1', 0, end);
      if (!text.startsWith('HTTP/1.1 200')) failed++;
      missing = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
      rest = head.subarray(end + END_OF_HEAD.length);
      head = Buffer.alloc(0);
    }
    missing -= rest.length;
    if (missing > 0) return;
    missing = -1;
    onAnswer();
  });
  socket.on('error', () => failed++);
  return { send: () => socket.write(request), end: () => socket.destroy() };
}

/** Each connection sends its next request as soon as it has the answer. */
function closedLoop() {
  return Array.from({ length: connections }, () => {
    let sentAt = performance.now();
    const lane = openLane(() => {
      const now = performance.now();
      tookMs.push(now - sentAt);
      sentAt = now;
      if (!isOver) lane.send();
    });
    lane.send();
    return lane;
  });
}

/** Requests are due at fixed instants; waiting for a free connection counts, as it would for a visitor. */
function openLoop(beganAt) {
  const due = [];
  const free = [];
  function serve() {
    while (due.length > 0 && free.length > 0) {
      const lane = free.pop();
      lane.dueAt = due.shift();
      lane.send();
    }
  }
  const lanes = Array.from({ length: connections }, () => {
    const lane = openLane(() => {
      tookMs.push(performance.now() - lane.dueAt);
      free.push(lane);
      serve();
    });
    free.push(lane);
    return lane;
  });
  let sent = 0;
  const timer = setInterval(() => {
    if (isOver) return clearInterval(timer);
    for (; beganAt + (sent * 1_000) / rate <= performance.now(); sent++) due.push(beganAt + (sent * 1_000) / rate);
    serve();
  }, 1);
  return lanes;
}

const beganAt = performance.now();
const lanes = rate ? openLoop(beganAt) : closedLoop();
setTimeout(() => {
  isOver = true;
  const lasted = (performance.now() - beganAt) / 1_000;
  for (const lane of lanes) lane.end();
  tookMs.sort((a, b) => a - b);
  const at = (share) => tookMs[Math.min(tookMs.length - 1, Math.floor(share * tookMs.length))] ?? 0;
  const result = {
    perSecond: tookMs.length / lasted,
    answered: tookMs.length,
    failed,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}, seconds * 1_000);
