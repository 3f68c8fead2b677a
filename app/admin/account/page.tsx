// One's own account: password, second factor, sessions.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { SessionList } from '@/app/ui/admin/session-list';
import { Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { TwoFactorSetup } from '@/app/ui/client/form/two-factor-setup';
import { Section } from '@/app/ui/section';
import { PASSWORD_LENGTH_MIN } from '@/lib/core/access/password';
import { readSessions } from '@/lib/reads/people';
import {
  changePasswordAction,
  confirmTwoFactorAction,
  endOwnSessionAction,
  startTwoFactorAction,
  stopTwoFactorAction,
} from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Your account · Rollcall', robots: { index: false } };

export default async function AccountPage() {
  const who = await requireRole('viewer', '/admin/account');
  const now = Date.now();
  return (
    <AdminFrame who={who} place="/admin/account" title="Your account" lead={who.email}>
      <div className="max-w-xl">
        <Section title="Password">
          <PanelForm action={changePasswordAction} submit="Change the password" label="Password">
            <Field
              name="password"
              label="Present password"
              type="password"
              autoComplete="current-password"
              isRequired
            />
            <Field
              name="newPassword"
              label="New password"
              hint={`At least ${PASSWORD_LENGTH_MIN} characters; a few words do`}
              type="password"
              autoComplete="new-password"
              isRequired
            />
            <Field
              name="newPasswordAgain"
              label="New password again"
              type="password"
              autoComplete="new-password"
              isRequired
            />
          </PanelForm>
        </Section>
        <Section title="Second factor" fact={who.hasTwoFactor ? 'on' : 'off'}>
          {who.hasTwoFactor ? <TwoFactorOff /> : <TwoFactorOn />}
        </Section>
      </div>
      <Section title="Sessions" fact="where you are signed in">
        <SessionList
          sessions={readSessions(who.id, now)}
          present={who.sessionId}
          now={now}
          action={endOwnSessionAction}
        />
      </Section>
    </AdminFrame>
  );
}

function TwoFactorOn() {
  return (
    <div className="grid gap-6">
      <p className="text-sm">With it, a stolen password is not enough: signing in also needs a code of your phone.</p>
      <PanelForm action={startTwoFactorAction} submit="Set up" look="quiet" label="Set up the second factor">
        <Field name="password" label="Your password" type="password" autoComplete="current-password" isRequired />
        <TwoFactorSetup />
      </PanelForm>
      <PanelForm action={confirmTwoFactorAction} submit="Turn on" label="Turn the second factor on">
        <Field
          name="code"
          label="Code of the app"
          autoComplete="one-time-code"
          inputMode="numeric"
          isRequired
          maxLength={12}
        />
      </PanelForm>
    </div>
  );
}

function TwoFactorOff() {
  return (
    <PanelForm action={stopTwoFactorAction} submit="Turn off" look="danger" label="Turn the second factor off">
      <Field name="password" label="Your password" type="password" autoComplete="current-password" isRequired />
    </PanelForm>
  );
}
