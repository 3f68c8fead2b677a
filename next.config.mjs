import { WANTS_MARKDOWN } from './lib/core/http/wants-markdown.mjs';

const acceptsMarkdown = [{ type: 'header', key: 'accept', value: WANTS_MARKDOWN }];

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // Required at run time, never bundled: a native module, and libraries that find their own files or threads.
  serverExternalPackages: ['better-sqlite3', 'node-cron', 'pino', 'undici'],
  // Types are checked by `npm run types`; a build also has to work where test and development types are not installed.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Without it pages tell caches to serve stale copies for a year.
  expireTime: 300,
  // No picture is resized by the server; saves sharp (20 MB) in the image.
  images: { unoptimized: true },
  // authInterrupts: a page of the panel answers 403 to who may not see it.
  experimental: { isrFlushToDisk: false, authInterrupts: true },
  outputFileTracingExcludes: {
    '*': ['node_modules/@img/**', 'node_modules/sharp/**', 'data/**', 'docs/**', 'tests/**'],
  },
  // SQL files are read by path at boot, which tracing cannot see.
  outputFileTracingIncludes: { '/*': ['db/migrations/**'] },
  // Pages have a Markdown twin at an address of its own, and at their own for whoever asks for it.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/servers/:slug([^/]+)\\.md', destination: '/servers/:slug/index.md' },
      { source: '/incidents/:id([^/]+)\\.md', destination: '/incidents/:id/index.md' },
      { source: '/', has: acceptsMarkdown, destination: '/index.md' },
      { source: '/servers/:slug([^/.]+)', has: acceptsMarkdown, destination: '/servers/:slug/index.md' },
      { source: '/incidents', has: acceptsMarkdown, destination: '/incidents.md' },
      { source: '/incidents/:id([^/.]+)', has: acceptsMarkdown, destination: '/incidents/:id/index.md' },
    ],
  }),
  headers: async () => [
    // Next says so of pages itself; this is for redirects and downloads.
    { source: '/admin/:path*', headers: [{ key: 'Cache-Control', value: 'no-store' }] },
    // The widget runs on other sites; five minutes bring a new version everywhere.
    {
      source: '/embed.js',
      headers: [
        { key: 'Access-Control-Allow-Origin', value: '*' },
        { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
        { key: 'Cache-Control', value: 'public, max-age=300' },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
      ],
    },
  ],
};
