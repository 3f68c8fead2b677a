'use client';
// What the other side said to a test.
import type { Delivery } from '@/lib/core/alert/delivery';
import { useFormState } from './panel-form';

export function ChannelAnswer() {
  const { result } = useFormState();
  if (!isDelivery(result)) return null;
  const isTaken = result.kind === 'delivered';
  return (
    <div role="status" className="w-full rounded-md bg-sunk px-4 py-3 text-sm">
      <p className={`font-semibold ${isTaken ? 'text-up' : 'text-down'}`}>
        {isTaken ? 'The other side took it.' : `Not delivered: ${result.code.replaceAll('_', ' ')}.`}
      </p>
      <p className="wrap-anywhere">
        It said: <span className="font-mono text-[13px]">{result.answer || 'nothing'}</span>
      </p>
    </div>
  );
}

function isDelivery(value: unknown): value is Delivery {
  return typeof value === 'object' && value !== null && 'kind' in value && 'answer' in value;
}
