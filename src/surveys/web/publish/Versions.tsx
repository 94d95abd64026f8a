import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { day, dayAndClock } from '../../../kit/words.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { Pagination } from '../../../kit/web/ui/table/Pagination.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { Sheet } from '../../../kit/web/ui/overlay/Sheet.tsx'
import type { Result } from '../../../kit/contract.ts'
import type { SurveyDetail, surveysContract } from '../../contract.ts'
import { surveys } from '../client.ts'
import { type Device, SurveyPreview } from '../SurveyPreview.tsx'

type Version = Result<(typeof surveysContract)['listVersions']>['items'][number]

/** What was published. A version never changes; it can be looked at as respondents saw it. */
export function Versions({ survey }: { survey: SurveyDetail }) {
  const [search, setSearch] = useSearchParams({ version: '' })
  const versions = useCursorList<Version>(surveys.listVersions.pages({ params: { id: survey.id }, query: { limit: 20 } }))
  const open = versions.data?.find(({ version }) => String(version) === search.version)
  return (
    <Section title={t('Versions')} note={t('Each answer belongs to the version it was given to.')}>
      {versions.data === undefined ? (
        versions.error ? (
          <ErrorState error={versions.error} retry={() => void versions.refetch()} />
        ) : (
          <Skeleton rows={2} round={false} />
        )
      ) : (
        <>
          <ol className="max-w-measure">
            {versions.data.map(({ version, publishedAt, publishedBy, content }) => (
              <li key={version} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
                <b className="w-24">{t('Version {n}', { n: version })}</b>
                <span className="min-w-48 flex-1 text-ink-2">
                  <time dateTime={publishedAt} title={dayAndClock(publishedAt)}>
                    {day(publishedAt)}
                  </time>
                  {publishedBy && ` · ${publishedBy}`} ·{' '}
                  {t('{n, plural, one {# question} other {# questions}}', { n: content.questions.length })}
                </span>
                <Button size="small" onPress={() => setSearch({ version: String(version) })}>
                  {t('Look at it')}
                  <span className="sr-only"> {t('Version {n}', { n: version })}</span>
                </Button>
              </li>
            ))}
          </ol>
          <Pagination
            shown={versions.data.length}
            total={survey.version}
            hasMore={versions.hasMore}
            loading={versions.loadingMore}
            onMore={versions.loadMore}
          />
        </>
      )}
      <Sheet
        open={open !== undefined}
        onClose={() => setSearch({ version: '' })}
        title={open ? t('Version {n}, as it was answered', { n: open.version }) : ''}
      >
        {open && <VersionPreview id={survey.id} version={open} />}
      </Sheet>
    </Section>
  )
}

function VersionPreview({ id, version: { version, content } }: { id: string; version: Version }) {
  const [locale, setLocale] = useState(content.locale)
  const [device, setDevice] = useState<Device>('phone')
  return (
    <SurveyPreview
      id={id}
      query={{ version }}
      locales={content.locales}
      locale={locale}
      onLocale={setLocale}
      device={device}
      onDevice={setDevice}
    />
  )
}
