'use client';
// What the form that turns the second factor on shows after the password: the QR code and the backup codes, this once.
import { useFormState } from './panel-form';

export function TwoFactorSetup() {
  const { result } = useFormState();
  if (!isSetup(result)) return null;
  const secret = new URL(result.uri).searchParams.get('secret') ?? '';
  return (
    <div className="grid gap-4 rounded-md bg-sunk p-5 text-sm">
      <p>Scan this with your authenticator app, or type the secret. Then confirm below with a code.</p>
      {/* biome-ignore lint/performance/noImgElement: a data address, nothing to optimise */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(result.picture)}`}
        alt="QR code for the authenticator app"
        width={200}
        height={200}
        className="bg-[#fff] p-2"
      />
      <p>
        Secret: <code className="font-mono wrap-anywhere">{secret}</code>
      </p>
      <div>
        <p className="font-semibold">Backup codes, each for one sign-in without the app. They are shown only now.</p>
        <ul className="mt-2 grid grid-cols-2 gap-1 font-mono">
          {result.backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function isSetup(value: unknown): value is { uri: string; picture: string; backupCodes: string[] } {
  return typeof value === 'object' && value !== null && 'uri' in value && 'backupCodes' in value;
}
