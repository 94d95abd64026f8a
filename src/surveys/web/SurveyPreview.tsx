import { useEffect, useRef, useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { cx } from '../../kit/web/cx.ts'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Segmented } from '../../kit/web/ui/form/Segmented.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import type { PreviewQuery } from '../previewContract.ts'
import { previews } from './client.ts'
import { languageShort } from './languages.ts'

export type Device = 'phone' | 'desktop'

export interface SurveyPreviewProps {
  id: string
  query: PreviewQuery
  locales: readonly string[]
  locale: string
  /** The question stands at the top anyway. */
  first?: boolean
  onLocale: (locale: string) => void
  device: Device
  onDevice: (device: Device) => void
}

/** The respondent's own page, as the server draws it, of what is saved. It can be filled in; nothing is kept. */
export function SurveyPreview({ id, query, locales, locale, first, onLocale, device, onDevice }: SurveyPreviewProps) {
  const address = previews.previewSurvey.url({ params: { id }, query: { ...query, locale } })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <Segmented
          label={t('Shown on')}
          options={[
            { id: 'phone', label: t('Phone'), icon: 'phone' },
            { id: 'desktop', label: t('Desktop'), icon: 'desktop' },
          ]}
          value={device}
          onChange={onDevice}
        />
        {locales.length > 1 && (
          <Select
            label={t('Language')}
            labelHidden
            className="w-32"
            options={locales.map(one => ({ id: one, label: languageShort(one) }))}
            value={locale}
            onChange={onLocale}
          />
        )}
        <LinkButton variant="quiet" href={address} target="_blank" icon="link" label={t('Open the preview in a new tab')} />
      </div>
      <Screen src={address} device={device} show={first || !query.question ? undefined : `q-${query.question}`} />
      <p className="text-small text-ink-3">{t('Try it: nothing you fill in here is kept.')}</p>
    </div>
  )
}

const sizes = { phone: { width: 360, height: 640 }, desktop: { width: 1024, height: 720 } } as const

/** The page at its real width, made smaller where there is no room. The old one stays until the new one stands. */
function Screen({ src, device, show }: { src: string; device: Device; show: string | undefined }) {
  const { width, height } = sizes[device]
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<number>(width)
  const [frames, setFrames] = useState([src])
  if (!frames.includes(src)) setFrames([...frames.slice(-1), src])
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setRoom(entry!.contentRect.width))
    if (box.current) watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  const scale = Math.min(1, room / (width + 2))
  return (
    <div ref={box}>
      <div
        className={cx('relative overflow-hidden border border-line-strong', device === 'phone' ? 'rounded-lg' : 'rounded-md')}
        style={{ width: (width + 2) * scale, height: (height + 2) * scale }}
      >
        {frames.map((one, i) => (
          <iframe
            key={one}
            src={one}
            title={t('Preview')}
            aria-hidden={i < frames.length - 1 || undefined}
            onLoad={event => {
              scrollTo(event.currentTarget, show)
              setFrames(now => (now.at(-1) === one ? [one] : now))
            }}
            className="absolute top-0 left-0 origin-top-left border-0 bg-page rtl:right-0 rtl:left-auto rtl:origin-top-right"
            style={{ width, height, transform: `scale(${scale})`, zIndex: frames.length - i }}
          />
        ))}
      </div>
    </div>
  )
}

// An address with #q-… would scroll the page around the frame as well.
function scrollTo(frame: HTMLIFrameElement, id: string | undefined): void {
  const element = id === undefined ? null : frame.contentDocument?.getElementById(id)
  if (element) frame.contentWindow?.scrollTo(0, element.getBoundingClientRect().top - 24)
}
