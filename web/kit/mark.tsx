/** The house's sign: a door ajar under its arch, and the light that falls out of it. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M5 30V14a11 11 0 0 1 22 0v16z" fill="var(--lamp)" />
      <path d="M5 30V14A11 11 0 0 1 16 3.1V27z" fill="var(--door)" />
      <circle cx="13" cy="18" r="1.5" fill="var(--lamp)" />
      <path d="M2 30h28" stroke="var(--brass)" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
