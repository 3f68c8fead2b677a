// What is the most that node:http can do: sends one answer, head and bytes, whatever it is asked. Gets the answer as JSON
// by its parent ({headers, body in base64}), says "ready" to each, prints its port first.
import { createServer } from 'node:http';

let headers = {};
let body = Buffer.alloc(0);
process.on('message', (answer) => {
  headers = answer.headers;
  body = Buffer.from(answer.body, 'base64');
  process.send('ready');
});
const server = createServer((_, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
