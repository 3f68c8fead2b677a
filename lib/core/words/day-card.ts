// One day of one server in words: what the card over a bar shows, and what is heard of it. Pure. Remote text leaves as
// one safe line each; markup is the business of whoever draws.
import type { DayCard, DayCardOutage, DayCardPart, DaysView } from '@/lib/core/day-view';
import { BAR_LAYERS, type BarLayer, sharesOf } from '@/lib/core/drawing/day-shares';
import { isIncidentWithin } from '@/lib/core/incident-view';
import { DAY_MS, MINUTE_MS, type Span, type UnixMs } from '@/lib/core/time';
import type { DayView, OutageView } from '@/lib/core/view';
import { causeText } from './cause-text';
import { clockText, durationText, longDayText, uptimeFigure, uptimeText } from './format';
import { incidentTitle } from './incident-text';
import type { Language } from './language';
import { safeText } from './safe-text';
import { wordsOf } from './words';

/** A card must fit on a phone. */
const MOST_OUTAGES = 8;
/** Uptime of one day: a minute is 0.069 %, so two decimals would hide ten seconds. */
const DECIMALS = 3;

/** One card a day, oldest first. */
export function dayCards(view: DaysView): DayCard[] {
  return view.days.map((day) => dayCard(view, day));
}

function dayCard(view: DaysView, day: DayView): DayCard {
  const { language } = view.page;
  const words = wordsOf(language).day;
  const span = { startAt: day.startAt, endAt: day.startAt + DAY_MS };
  const name = longDayText(day.startAt, 'UTC', language);
  const isToday = span.endAt > view.generatedAt;
  const parts = partsOf(view, day);
  const outages = view.outages.filter((outage) => touches(outage, span));
  const notes = notesOf(view, span);
  const remark = remarkOf(parts, { isUnborn: span.endAt <= view.server.createdAt, outages, language });
  const isPlain = remark !== null;
  return {
    date: new Date(day.startAt).toISOString().slice(0, 10),
    label: `${isToday ? words.soFar(name) : name}: ${heard({ day, parts, outages, remark, language })}`,
    title: words.inUtc(isToday ? words.soFar(name) : name),
    uptime: day.uptime === null ? null : words.up(uptimeText(day.uptime, language, DECIMALS)),
    parts: isPlain ? [] : parts.map(({ layer, ms, share }) => partText({ layer, ms, share, language })),
    outages: outages
      .slice(0, MOST_OUTAGES)
      .map((outage) => outageText(outage, { span, now: view.generatedAt, language })),
    more: outages.length > MOST_OUTAGES ? words.moreOutages(outages.length - MOST_OUTAGES) : null,
    notes,
    remark,
  };
}

interface Part {
  layer: BarLayer;
  ms: number;
  /** Of the time of the day that has passed. */
  share: number;
}

/** How the time of the day that has passed was spent, worst first. */
function partsOf({ generatedAt, server }: DaysView, day: DayView): Part[] {
  const shares = sharesOf(day, day.startAt, { now: generatedAt, createdAt: server.createdAt });
  const passed = 1 - shares.rest;
  return BAR_LAYERS.filter((layer) => layer !== 'rest' && shares[layer] > 0)
    .map((layer) => ({ layer, ms: shares[layer] * DAY_MS, share: shares[layer] / passed }))
    .reverse();
}

interface RemarkContext {
  isUnborn: boolean;
  outages: readonly OutageView[];
  language: Language;
}

function remarkOf(parts: readonly Part[], { isUnborn, outages, language }: RemarkContext): string | null {
  const words = wordsOf(language).day;
  const layers = new Set(parts.map(({ layer }) => layer));
  if (parts.length === 0) return isUnborn ? words.notWatched : words.noData;
  if (layers.size === 1 && layers.has('gap')) return words.noData;
  return layers.size === 1 && layers.has('up') && outages.length === 0 ? words.noDowntime : null;
}

interface HeardContext {
  day: DayView;
  parts: readonly Part[];
  outages: readonly OutageView[];
  remark: string | null;
  language: Language;
}

function heard({ day, parts, outages, remark, language }: HeardContext): string {
  const words = wordsOf(language).day;
  const uptime = day.uptime === null ? null : words.percentUp(uptimeFigure(day.uptime, language, DECIMALS));
  if (remark !== null) return uptime === null ? remark : `${uptime}. ${remark}`;
  const facts = parts
    .filter(({ layer, ms }) => layer !== 'up' && ms >= MINUTE_MS / 60)
    .map(({ layer, ms }) => `${durationText(ms, language)} ${words.aloud[layer]}`);
  if (outages.length > 0) facts.push(words.outages(outages.length));
  return [uptime, ...facts].filter((fact) => fact !== null).join(', ');
}

function partText({ layer, ms, share, language }: Part & { language: Language }): DayCardPart {
  const percent = uptimeText(share, language, 1);
  return { layer, text: `${wordsOf(language).day.parts[layer]} ${durationText(ms, language)} (${percent})` };
}

interface OutageContext {
  span: Span;
  now: UnixMs;
  language: Language;
}

/** Cut to the day: an outage over midnight stands on both cards with its part of each. */
function outageText(outage: OutageView, { span, now, language }: OutageContext): DayCardOutage {
  const words = wordsOf(language).day;
  const fromAt = Math.max(outage.startedAt, span.startAt);
  const toAt = Math.min(outage.endedAt ?? now, span.endAt);
  const lasted = durationText(toAt - fromAt, language);
  const from = clockText(fromAt, 'UTC');
  const isOngoing = outage.endedAt === null && now < span.endAt;
  const to = toAt === span.endAt ? '24:00' : clockText(toAt, 'UTC');
  const stage = outage.reason.stage === null ? '' : `${wordsOf(language).stages.steps[outage.reason.stage]}: `;
  return {
    status: outage.status,
    when: isOngoing ? words.ongoing(from, lasted) : words.outage(from, to, lasted),
    what: `${stage}${safeText(causeText(outage.reason, language), 160)}`,
  };
}

function notesOf({ incidents, maintenance, page }: DaysView, span: Span): DayCard['notes'] {
  const words = wordsOf(page.language).day;
  return [
    ...incidents
      .filter((incident) => isIncidentWithin(incident, span))
      .map((incident) => ({
        text: safeText(incidentTitle(incident, page.language), 120),
        href: `/incidents/${incident.id}`,
      })),
    ...maintenance
      .filter((window) => window.startAt < span.endAt && window.endAt > span.startAt)
      .map(({ title }) => ({ text: words.maintenance(safeText(title, 120)), href: null })),
  ].slice(0, MOST_OUTAGES);
}

function touches({ startedAt, endedAt }: OutageView, span: Span): boolean {
  return startedAt < span.endAt && (endedAt === null || endedAt > span.startAt);
}
