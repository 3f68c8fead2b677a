// The sign-in of the panel.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { safeNext, whoIsThere } from '@/app/admin/gate';
import { DoorFrame } from '@/app/ui/admin/door-frame';
import { Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { signInAction } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Sign in · Rollcall', robots: { index: false } };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safeNext((await searchParams).next);
  if (await whoIsThere()) redirect(next);
  return (
    <DoorFrame title="Sign in">
      <PanelForm action={signInAction} submit="Sign in" pending="Signing in…">
        <Field name="email" label="E-mail address" type="email" autoComplete="username" isRequired maxLength={254} />
        <Field name="password" label="Password" type="password" autoComplete="current-password" isRequired />
        <input type="hidden" name="next" value={next} />
      </PanelForm>
    </DoorFrame>
  );
}
