/** Beside the word that says what is going on. Turns; with reduced motion it rests as an open ring. */
export function Spinner({ size = 14 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
      className="flex-none animate-[spin_1s_linear_infinite] motion-reduce:animate-none"
    >
      <circle cx="7" cy="7" r="5.5" opacity=".25" />
      <path d="M7 1.5A5.5 5.5 0 0 1 12.5 7" strokeLinecap="round" />
    </svg>
  )
}
