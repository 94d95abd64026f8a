import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Tabs } from '../../kit/web/ui/page/Tabs.tsx'
import { useMay } from '../../accounts/web/session.ts'
import { useCommentFilter } from './useCommentFilter.ts'
import { NewTheme } from './NewTheme.tsx'
import { TaughtTab } from './TaughtTab.tsx'
import { TeachTab } from './TeachTab.tsx'
import { ThemesTab } from './ThemesTab.tsx'

/** What customers write about, how it is read, and where a word from a person helps most. */
export function CommentsPage() {
  useLive('comments')
  const may = useMay('comments.teach')
  const look = useCommentFilter()
  return (
    <Page title={t('Comments')} actions={may && <NewTheme />}>
      <Tabs
        label={t('Comments')}
        value={look.search.tab}
        onChange={tab => look.setSearch({ tab, theme: '', only: '', language: '' })}
        tabs={[
          { id: 'themes', label: t('Themes'), content: <ThemesTab look={look} /> },
          { id: 'teach', label: t('Teach'), content: <TeachTab /> },
          { id: 'taught', label: t('Taught'), content: <TaughtTab /> },
        ]}
      />
    </Page>
  )
}
