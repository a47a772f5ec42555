/** Two patches held by four stitches. */
export function Logo() {
  return (
    <svg viewBox="0 0 34 34" aria-hidden="true" focusable="false">
      <path d="M3 3h14v28H9a6 6 0 0 1-6-6Z" fill="var(--lg1, var(--c-accent))" />
      <path d="M17 3h8a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6h-8Z" fill="var(--lg2, var(--chija))" />
      <path d="M13 9h8M13 14.3h8M13 19.7h8M13 25h8" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
