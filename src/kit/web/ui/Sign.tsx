import type { ReactNode } from 'react'

const mark =
  (children: ReactNode, stroke = false) =>
  (size: number) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      stroke={stroke ? 'currentColor' : undefined}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="flex-none"
    >
      {children}
    </svg>
  )

const signs = {
  late: mark(
    <>
      <path d="M6 .5 11.5 6 6 11.5 .5 6Z" fill="var(--bad)" />
      <path d="M6 3.4v3.1" stroke="var(--page)" strokeWidth="1.4" />
      <circle cx="6" cy="8.4" r=".8" fill="var(--page)" />
    </>,
  ),
  soon: mark(<path d="M6 1 11.5 10.75H.5Z" fill="var(--warn-mark)" stroke="var(--warn-mark)" />),
  running: mark(
    <>
      <circle cx="6" cy="6" r="5.25" stroke="currentColor" />
      <path d="M6 6V.75A5.25 5.25 0 0 1 11.25 6Z" fill="currentColor" />
    </>,
  ),
  paused: mark(
    <path
      d="M3 1.5h1a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM8 1.5h1a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z"
      fill="currentColor"
    />,
  ),
  kept: mark(
    <>
      <circle cx="6" cy="6" r="5.25" />
      <path d="m3.6 6.2 1.7 1.7 3.2-3.5" strokeWidth="1.3" />
    </>,
    true,
  ),
  idle: mark(<circle cx="6" cy="6" r="5.25" strokeDasharray="2 1.7" strokeLinecap="butt" />, true),
  good: mark(
    <>
      <circle cx="6" cy="6" r="5.75" fill="var(--good)" />
      <path d="m3.5 6.2 1.8 1.8 3.3-3.7" stroke="var(--page)" strokeWidth="1.5" />
    </>,
  ),
  even: mark(
    <path d="M1.5 4.75c1.5-1.7 3-1.7 4.5-.5s3 1.2 4.5-.5M1.5 8.75c1.5-1.7 3-1.7 4.5-.5s3 1.2 4.5-.5" strokeWidth="1.5" />,
    true,
  ),
  failed: mark(<path d="m2.5 2.5 7 7M9.5 2.5l-7 7" stroke="var(--bad)" strokeWidth="1.6" />),
  hidden: mark(
    <g strokeWidth="1.1">
      <rect x=".75" y=".75" width="10.5" height="10.5" rx="1.5" />
      <path d="M1 6 6 1M1 11 11 1M6 11l5-5" />
    </g>,
    true,
  ),
} satisfies Record<string, (size: number) => ReactNode>

export type StateIconKind = keyof typeof signs

/** The shape of a state, always beside its word: see State. */
export const Sign = ({ kind, size = 12 }: { kind: StateIconKind; size?: number }) => signs[kind](size)
