import { describe, expect, it, vi } from 'vitest';
import { errorAnswer, imageAnswer, jsonAnswer, preflight, probeAnswer, reading } from '@/app/answer';
import { errorSchema } from '@/lib/render/api-v1/api-v1-schema';
import { freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';

const CONTENT = { status: 'up', title: 'Zürich' };

describe('jsonAnswer', () => {
  it('may be kept by proxies and read by any site', async () => {
    const answer = jsonAnswer(get('/x'), CONTENT);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=10',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    expect(await answer.json()).toEqual(CONTENT);
  });

  it('has one strong tag per content', () => {
    const tag = (content: unknown) => jsonAnswer(get('/x'), content).headers.get('etag');
    expect(tag(CONTENT)).toMatch(/^"[\w-]{27}"$/);
    expect(tag({ ...CONTENT })).toBe(tag(CONTENT));
    expect(tag({ ...CONTENT, status: 'down' })).not.toBe(tag(CONTENT));
  });

  const etag = jsonAnswer(get('/x'), CONTENT).headers.get('etag') ?? '';
  it.each([
    ['the tag', etag, 304],
    ['weakened by a proxy', `W/${etag}`, 304],
    ['one of several', `"other", W/${etag} ,"more"`, 304],
    ['a star', '*', 304],
    ['another tag', '"other"', 200],
    ['without quotes', etag.slice(1, -1), 200],
    ['nothing', '', 200],
  ])('If-None-Match with %s', async (_case, ifNoneMatch, status) => {
    const answer = jsonAnswer(get('/x', { 'if-none-match': ifNoneMatch }), CONTENT);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('etag')).toBe(etag);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=10');
    expect((await answer.text()).length).toBe(status === 304 ? 0 : 32);
  });
});

describe('imageAnswer', () => {
  it('is a picture in which nothing runs', () => {
    const answer = imageAnswer(get('/x'), '<svg/>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=60, s-maxage=60, stale-while-revalidate=30',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'access-control-allow-origin': '*',
    });
  });
});

describe('other answers', () => {
  it.each([
    ['not_found', 404],
    ['internal', 500],
  ] as const)('an error that is %s', async (code, status) => {
    const answer = errorAnswer(code, 'There is no such server.');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(errorSchema.parse(await answer.json())).toEqual({ error: { code, message: 'There is no such server.' } });
  });

  it('a probe is never kept', async () => {
    expect(probeAnswer(true, {}).status).toBe(200);
    expect(probeAnswer(false, {}).status).toBe(503);
    expect(probeAnswer(true, {}).headers.get('cache-control')).toBe('no-store');
  });

  it('a preflight lets any site read', () => {
    const { status, headers } = preflight();
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  });
});

describe('reading', () => {
  freshDataFolder();

  it('hands the parameters over', async () => {
    const handler = reading<{ slug: string }>((request, { slug }) => jsonAnswer(request, slug));
    expect(await (await handler(get('/x'), routeContext({ slug: 'a' }))).json()).toBe('a');
  });

  it('answers a bug without telling about it, and logs it', async () => {
    vi.stubEnv('LOG_LEVEL', 'error');
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const handler = reading(() => {
      throw new Error('/srv/secret/rollcall.db is malformed');
    });
    const answer = await handler(get('/x?token=abc'), routeContext({}));
    const lines = written.mock.calls.map(([chunk]) => String(chunk)).join('');
    written.mockRestore();
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('{"error":{"code":"internal","message":"Rollcall could not read this."}}');
    expect(lines).toContain('malformed');
    expect(lines).toContain('"path":"/x"');
    expect(lines).not.toContain('token=abc');
  });
});
