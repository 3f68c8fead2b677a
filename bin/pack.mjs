// After `next build`: completes the standalone folder, which Next leaves without its static files.
import { cpSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const at = (file) => fileURLToPath(new URL(file, root));
cpSync(at('.next/static'), at('.next/standalone/.next/static'), { recursive: true });
cpSync(at('public'), at('.next/standalone/public'), { recursive: true });
// `npm start` compares this instant with the sources.
utimesSync(at('.next/standalone/server.js'), new Date(), new Date());
