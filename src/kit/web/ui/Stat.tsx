import type { Href } from '../../paths.ts'
import type { ReactNode } from 'react'
import { t } from '../../i18n.ts'
import { cx } from '../cx.ts'
import { Sign } from './Sign.tsx'
import { TextLink } from './TextLink.tsx'

export interface StatProps {
  /** “NPS, this quarter” */
  label: string
  /** Written by kit/words; null = not shown (too few answers), the reason goes into `detail`. */
  value: ReactNode | null
  /** “± 3.6” beside it. */
  beside?: ReactNode
  /** “343 of 369” below. */
  detail?: ReactNode
  /** Every number opens the answers behind it. */
  href?: Href
  big?: boolean
  /** A figure under it: an Interval. */
  children?: ReactNode
}

export function Stat({ label, value, beside, detail, href, big, children }: StatProps) {
  const size = big ? 'text-figure tracking-[-.03em]' : 'text-[1.5rem] leading-8 tracking-[-.02em]'
  return (
    <div className="min-w-0">
      <div className="text-ink-2">{label}</div>
      <div className="flex items-baseline gap-2">
        {value === null ? (
          <span className="flex items-center gap-2 py-1 text-read text-ink-3">
            <Sign kind="hidden" size={20} /> {t('not shown')}
          </span>
        ) : (
          <span className={cx('font-strong', size)}>
            {href ? (
              <TextLink href={href} look="open">
                {value}
              </TextLink>
            ) : (
              value
            )}
          </span>
        )}
        {beside && <span className="text-ink-2">{beside}</span>}
      </div>
      {children}
      {detail && <div className="text-small text-ink-3">{detail}</div>}
    </div>
  )
}

/** Several figures in a row, parted by hairlines. */
export const Stats = ({ children }: { children: ReactNode }) => (
  <div className="overflow-clip border-y border-line">
    {/* The hairlines before the first column and above the first row lie outside, however the figures break; so a focus stands inside. */}
    <div className="-ms-4 -mt-px grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] [&>*]:border-s [&>*]:border-t [&>*]:border-line [&>*]:px-4 [&>*]:py-3 [&_a]:-outline-offset-2!">
      {children}
    </div>
  </div>
)
