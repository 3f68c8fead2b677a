// What stands around every page of the panel: the way around, who is signed in, the main part.
import type { ReactNode } from 'react';
import { SignOutForm } from '@/app/ui/admin/sign-out-form';
import { mayActAs, ROLE_WORDS, type Role } from '@/lib/core/access/role';

const PLACES: readonly { path: string; name: string; needs: Role }[] = [
  { path: '/admin', name: 'Now', needs: 'viewer' },
  { path: '/admin/endpoints', name: 'Endpoints', needs: 'viewer' },
  { path: '/admin/incidents', name: 'Incidents', needs: 'viewer' },
  { path: '/admin/maintenance', name: 'Maintenance', needs: 'viewer' },
  { path: '/admin/drift', name: 'Drift', needs: 'viewer' },
  { path: '/admin/channels', name: 'Channels', needs: 'viewer' },
  { path: '/admin/import', name: 'Import', needs: 'administrator' },
  { path: '/admin/export', name: 'Export', needs: 'administrator' },
  { path: '/admin/settings', name: 'Settings', needs: 'administrator' },
  { path: '/admin/people', name: 'People', needs: 'administrator' },
  { path: '/admin/audit', name: 'Audit', needs: 'administrator' },
  { path: '/admin/account', name: 'Your account', needs: 'viewer' },
];

interface AdminFrameProps {
  who: { name: string; role: Role };
  /** Path of the place this page belongs to. */
  place: string;
  title: string;
  /** One line under the title. */
  lead?: ReactNode;
  children: ReactNode;
}

export function AdminFrame({ who, place, title, lead, children }: AdminFrameProps) {
  return (
    <div className="mx-auto grid max-w-[1120px] gap-x-10 px-6 pb-20 md:grid-cols-[180px_minmax(0,1fr)]">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:bg-paper focus:px-2">
        Skip to content
      </a>
      <header className="pt-7 text-sm">
        <a href="/" className="text-[15px] font-semibold">
          Rollcall
        </a>
        <nav aria-label="Panel" className="mt-4 flex flex-wrap gap-x-5 md:block">
          {PLACES.filter(({ needs }) => mayActAs(who.role, needs)).map(({ path, name }) => (
            <a
              key={path}
              href={path}
              aria-current={path === place ? 'page' : undefined}
              className={`block py-1.5 ${path === place ? 'font-semibold' : 'text-soft'}`}
            >
              {name}
            </a>
          ))}
        </nav>
        <div className="mt-4 flex items-baseline gap-3 text-[13px] text-soft md:mt-8 md:block">
          <p className="wrap-anywhere">
            {who.name}, {ROLE_WORDS[who.role].name.toLowerCase()}
          </p>
          <SignOutForm />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 pt-7">
        <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
        {lead && <p className="mt-1 text-soft">{lead}</p>}
        {children}
      </main>
    </div>
  );
}
