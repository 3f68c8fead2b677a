// A button, not a link: fetching a page must not sign anybody out.
import { signOutAction } from '@/app/admin/sign-in/actions';

export function SignOutForm() {
  return (
    <form action={signOutAction}>
      <button type="submit" className="py-1.5 underline underline-offset-2">
        Sign out
      </button>
    </form>
  );
}
