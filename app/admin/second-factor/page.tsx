// The second step of signing in: a code of the authenticator app, or a backup code.
import type { Metadata } from 'next';
import { safeNext } from '@/app/admin/gate';
import { secondFactorAction } from '@/app/admin/sign-in/actions';
import { DoorFrame } from '@/app/ui/admin/door-frame';
import { Check, Choice, Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Second factor · Rollcall', robots: { index: false } };

export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safeNext((await searchParams).next);
  return (
    <DoorFrame title="Second factor" lead="Your password was right. Now the code of your authenticator app.">
      <PanelForm action={secondFactorAction} submit="Go on" pending="Checking…">
        <Field name="code" label="Code" autoComplete="one-time-code" inputMode="numeric" isRequired maxLength={40} />
        <Choice
          name="kind"
          label="Which is"
          defaultValue="totp"
          options={[
            { value: 'totp', label: 'six digits of the app' },
            { value: 'backup', label: 'a backup code' },
          ]}
        />
        <Check name="trust" label="Do not ask on this device for 30 days" />
        <input type="hidden" name="next" value={next} />
      </PanelForm>
      <p className="mt-6 text-sm">
        <a href="/admin/sign-in" className="underline">
          Sign in as somebody else
        </a>
      </p>
    </DoorFrame>
  );
}
