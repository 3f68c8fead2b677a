// The design team's servers: a group that is well, and in it one that offers prompts and no tools.
import { type DemoServer, demoServer } from '@/bin/demo/demo-server';
import { tool } from '@/bin/demo/tool';

const group = 'Design';
const BEGINNING = Number.POSITIVE_INFINITY;

const TOKENS = [
  tool('find_token', 'Finds colours, sizes and type by what they are for.', { query: 'string' }),
  tool('list_components', 'Components with their state: draft, ready, retired.'),
];

const designTokens = demoServer({
  name: 'design-tokens',
  wire: 'http-modern',
  usualMs: 68,
  settings: { group, description: 'Colours, type and components of the design system.' },
  editions: [{ agoMs: BEGINNING, version: '2.1.0', tools: TOKENS }],
  mishaps: { count: 1, moods: ['refused'] },
});

const promptLibrary = demoServer({
  name: 'prompt-library',
  wire: 'http-modern',
  usualMs: 52,
  settings: { group, description: 'Prompts for reviews and research; it has no tools.' },
  editions: [{ agoMs: BEGINNING, version: '1.0.4', tools: [] }],
  mishaps: { count: 1, moods: ['gateway-error'] },
});

export const DESIGN: readonly DemoServer[] = [designTokens, promptLibrary];
