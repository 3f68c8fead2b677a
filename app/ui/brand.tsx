// Whose page it is: the logo and the name, leading to the first page.
import type { PageSettings } from '@/lib/core/page-settings';

export function Brand({ page, untitled }: { page: PageSettings | null; untitled: string }) {
  const hasLogo = page?.brand?.hasLogo ?? false;
  return (
    <a href="/" className="flex min-w-0 items-center gap-2.5 text-[15px] font-semibold wrap-anywhere">
      {/* biome-ignore lint/performance/noImgElement: served as it is; nothing resizes pictures here. */}
      {hasLogo && <img src="/logo" alt="" width="24" height="24" className="size-6 object-contain" />}
      {page?.title ?? untitled}
    </a>
  );
}
