import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { insights } from './client.ts'
import { type Filters, queryOf } from './filters.ts'

/** What is shown, as a file. */
export function ExportMenu({ filters }: { filters: Filters }) {
  const query = queryOf(filters)
  // The server names the file and the browser saves it: this page stays.
  const save = (url: string) => location.assign(url)
  return (
    <Menu
      label={t('Export')}
      entries={[
        {
          id: 'csv',
          label: t('CSV'),
          icon: 'file',
          detail: t('these numbers'),
          onAction: () => save(insights.insightsCsv.url({ query })),
        },
        {
          id: 'xlsx',
          label: t('Excel (XLSX)'),
          icon: 'file',
          detail: t('these numbers'),
          onAction: () => save(insights.insightsXlsx.url({ query })),
        },
      ]}
    >
      <Button icon="download">{t('Export')}</Button>
    </Menu>
  )
}
