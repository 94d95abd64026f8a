import { t } from '../../kit/i18n.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Chip } from '../../kit/web/ui/Chip.tsx'
import { DatePicker } from '../../kit/web/ui/form/DatePicker.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { ActivityFeed } from './ActivityFeed.tsx'

/** Everything that happened in the organisation, by kind, person and day. */
export function ActivityPage() {
  const [search, setSearch] = useSearchParams({ verb: '', actor: '', subject: '', from: '' })
  const kinds = [
    { id: 'all', label: t('Everything') },
    { id: 'alert.', label: t('Alerts') },
    { id: 'survey.', label: t('Surveys') },
    { id: 'responses.', label: t('Responses') },
    { id: 'person.', label: t('People') },
    { id: 'member.', label: t('Members') },
    { id: 'login.', label: t('Signing in') },
    { id: 'org.', label: t('Organisation') },
    { id: 'key.', label: t('API keys') },
  ]
  return (
    <Page title={t('Activity')}>
      <div className="mb-6 flex flex-wrap items-end gap-3">
        <Select
          label={t('What')}
          options={kinds}
          value={search.verb || 'all'}
          onChange={id => setSearch({ verb: id === 'all' ? '' : id })}
          className="w-48"
        />
        <DatePicker
          label={t('Since')}
          optional
          value={search.from || null}
          onChange={day => setSearch({ from: day ?? '' })}
          className="w-48"
        />
        {search.actor && <Chip label={t('By one person')} onRemove={() => setSearch({ actor: '' })} />}
        {search.subject && <Chip label={t('About one thing')} onRemove={() => setSearch({ subject: '' })} />}
      </div>
      <div className="max-w-measure">
        <ActivityFeed
          links
          verb={search.verb || undefined}
          actor={search.actor || undefined}
          subjectId={search.subject || undefined}
          from={search.from || undefined}
        />
      </div>
    </Page>
  )
}
