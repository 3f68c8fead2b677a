'use client';
// Next wants the directive in this very file; what is shown lives with the other client components.
export { ErrorPanel as default } from '@/app/ui/client/error-panel';
