// A check as a client would log it: what was sent, what came back, when.
import type { TranscriptLine } from '@/lib/core/outcome';

const SIGNS: Record<TranscriptLine['direction'], { sign: string; word: string; look: string }> = {
  out: { sign: '→', word: 'sent', look: 'text-[#9ab8e0]' },
  in: { sign: '←', word: 'received', look: 'text-[#7cc7a3]' },
  note: { sign: '·', word: 'note', look: 'text-[#c3cad0]' },
};

export function WireLog({ lines, label }: { lines: readonly TranscriptLine[]; label: string }) {
  return (
    <section aria-label={label} className="rounded-md bg-[#101214] px-4 py-3.5 font-mono text-[13px] leading-relaxed">
      <ol>
        {lines.map((line, place) => (
          <li key={place} className="flex gap-2 wrap-anywhere">
            <span className="w-14 flex-none text-right text-[#8d98a2]">{line.offsetMs} ms</span>
            <span className={SIGNS[line.direction].look}>
              <span aria-hidden="true">{SIGNS[line.direction].sign}</span>
              <span className="sr-only">{SIGNS[line.direction].word}</span> {line.text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
