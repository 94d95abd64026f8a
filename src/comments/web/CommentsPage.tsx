import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Tabs } from '../../kit/web/ui/Tabs.tsx'
import { useMay } from '../../accounts/web/session.ts'
import { NewTheme } from './NewTheme.tsx'
import { TaughtTab } from './TaughtTab.tsx'
import { TeachTab } from './TeachTab.tsx'
import { ThemesTab } from './ThemesTab.tsx'

/** What customers write about, how it is read, and where a word from a person helps most. */
export function CommentsPage() {
  useLive('comments')
  const may = useMay('comments.teach')
  const [search, setSearch] = useSearchParams({ tab: 'themes', theme: '', only: '' })
  return (
    <Page title={t('Comments')} actions={may && <NewTheme />}>
      <Tabs
        label={t('Comments')}
        value={search.tab}
        onChange={tab => setSearch({ tab, theme: '', only: '' })}
        tabs={[
          {
            id: 'themes',
            label: t('Themes'),
            content: <ThemesTab theme={search.theme} only={search.only} onSearch={setSearch} />,
          },
          { id: 'teach', label: t('Teach'), content: <TeachTab /> },
          { id: 'taught', label: t('Taught'), content: <TaughtTab /> },
        ]}
      />
    </Page>
  )
}
