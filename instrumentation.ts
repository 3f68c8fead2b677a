// Next calls this once a server process. Node's own modules must stay out of this file: it is compiled for Edge too.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { boot } = await import('@/lib/runtime/boot');
  boot();
}
