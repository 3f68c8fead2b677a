import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUrl } from '@/lib/config/entries/check-url';

describe('checkUrl', () => {
  it.each([
    ['https://mcp.example.com/mcp', 'https://mcp.example.com/mcp'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'],
    ['HTTPS://EXAMPLE.com/a?b=c#d', 'https://example.com/a?b=c'],
    ['http://[::1]:8080/mcp', 'http://[::1]:8080/mcp'],
  ])('accepts %s', (text, href) => {
    const check = checkUrl(text, 'the url');
    expect(check.ok && check.url.href).toBe(href);
  });

  it.each([
    ['', 'the url is no web address (write it as https://host/path)'],
    ['not a url', 'the url is no web address (write it as https://host/path)'],
    ['mcp.example.com/mcp', 'the url is no web address (write it as https://host/path)'],
    ['https://', 'the url is no web address (write it as https://host/path)'],
    ['https://exa mple.com', 'the url is no web address (write it as https://host/path)'],
    [`https://e.com/${'a'.repeat(9_000)}`, 'the url is no web address (write it as https://host/path)'],
    ['file:///etc/passwd', 'the url begins with file: which is not called (write it as https://host/path)'],
    ['javascript:alert(1)', 'the url begins with javascript: which is not called (write it as https://host/path)'],
    ['ws://example.com', 'the url begins with ws: which is not called (write it as https://host/path)'],
    ['unix:///var/run/x.sock', 'the url begins with unix: which is not called (write it as https://host/path)'],
    ['localhost:3000/mcp', 'the url begins with localhost: which is not called (write it as https://host/path)'],
    ['https://me:hunter2@example.com/mcp', 'the url holds a user name or password (send it as a header instead)'],
    ['https://me@example.com/mcp', 'the url holds a user name or password (send it as a header instead)'],
    ['https://:hunter2@example.com/mcp', 'the url holds a user name or password (send it as a header instead)'],
  ])('refuses %s', (text, message) => {
    const check = checkUrl(text, 'the url');
    expect(check).toMatchObject({ ok: false, message });
    expect(JSON.stringify(check)).not.toContain('hunter2');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => void checkUrl(text, 'it')));
  });
});
