import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { IncidentView } from '@/lib/core/incident-view';
import { incidentMarkdown, incidentMonthMarkdown } from '@/lib/render/markdown-twin/incident-markdown';
import { incident, incidentUpdate, toldIncident } from '@/tests/fixtures/incident-views';
import { NOW, overview } from '@/tests/fixtures/views';

const URL = 'https://status.example.com';
const { page } = overview([]);
const one = (view: IncidentView) => incidentMarkdown({ generatedAt: NOW, page, incident: view }, URL);
const matterOf = (markdown: string) => parse(/^---\n(.*?)\n---\n/s.exec(markdown)?.[1] ?? '');

describe('an incident', () => {
  it('is told whole, newest first', () => {
    const text = one(toldIncident('7'));
    expect(matterOf(text)).toMatchObject({
      title: 'GitHub tools refuse everyone',
      status: 'resolved',
      impact: 'major',
      suspected: false,
      resolved_at: '2026-11-22T13:00:23.000Z',
      url: `${URL}/incidents/7`,
    });
    expect(text).toContain(`- [github-tools](${URL}/servers/github-tools.md): down`);
    const steps = [...text.matchAll(/^- \*\*(\w+)\*\* at [^:]+:[^:]+:[^,]+, (.*?):/gm)].map(
      ([, status, by]) => `${status} ${by}`,
    );
    expect(steps).toEqual(['resolved by Ada', 'identified by Ada', 'investigating seen by Rollcall']);
  });

  it('says that nobody has looked into it, and does not link to servers that are gone', () => {
    const gone = [{ slug: 'github-tools', title: 'github-tools', state: 'down', isListed: false }] as const;
    const text = one(incident('7', { servers: [...gone] }));
    expect(text).toContain('nobody has looked into it yet');
    expect(text).toContain('\n- github-tools: down\n');
  });

  it('lets nobody’s words become markup', () => {
    const evil =
      '<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://evil.example)\n# Heading\n- item \u202e';
    const update = incidentUpdate('1', { body: evil, author: { kind: 'person', name: evil } });
    const text = one(incident('7', { isSuspected: false, writtenTitle: evil, updates: [update] }));
    const body = text.slice(text.indexOf('\n---\n'));
    expect(body).not.toMatch(/(?<!\\)<script|(?<!\\)\[x\]|!\[y|\n# Heading|\n- item|\u202e/);
    expect(matterOf(text).title).toContain('<script>');
  });
});

describe('a month', () => {
  const month = { generatedAt: NOW, page, month: '2026-11', previous: '2026-10', next: null };

  it('lists its incidents, each with its own page, and leads to the months beside it', () => {
    const days = [{ date: '2026-11-22', incidents: [toldIncident('8'), incident('7')] }];
    const text = incidentMonthMarkdown({ ...month, days }, URL);
    expect(matterOf(text)).toMatchObject({ month: '2026-11', incidents: 2, timezone: page.timezone });
    expect(text).toContain(`](${URL}/incidents/8.md): **resolved**`);
    expect(text).toContain(`](${URL}/incidents/7.md): **investigating** (suspected`);
    expect(text).toContain(`[2026-10](${URL}/incidents.md?month=2026-10)`);
  });

  it('says so when there were none', () => {
    expect(incidentMonthMarkdown({ ...month, days: [], previous: null }, URL)).toContain('\nNone.\n');
  });
});
