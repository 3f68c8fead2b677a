// The shell of every page: language, look, nothing that depends on what is being watched.
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { pageLanguage, pageSettings } from '@/app/page-words';
import './globals.css';

export const metadata: Metadata = { title: 'Rollcall', applicationName: 'Rollcall', icons: '/icon/unknown.svg' };

// The language is a setting: nothing may be drawn at build time, when there is no database.
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { children: ReactNode }) {
  const accent = pageSettings()?.brand?.accent;
  return (
    <html lang={pageLanguage()}>
      <body>
        {accent && <link rel="stylesheet" href={`/brand.css?${accent.light.slice(1)}`} precedence="high" />}
        {children}
      </body>
    </html>
  );
}
