// For who is signed in and may not see this.
import { DoorFrame } from '@/app/ui/admin/door-frame';

export default function Forbidden() {
  return (
    <DoorFrame title="Not for your role" lead="An administrator can give you another one.">
      <a href="/admin" className="underline">
        Back to the panel
      </a>
    </DoorFrame>
  );
}
