import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { reading } from './client.ts'

interface ExportMenuProps {
  survey: string
  /** Exactly what is looked at. */
  query: Readonly<Record<string, string>>
  disabledReason?: string | null | false
}

/** The responses that are looked at, as a file. */
export function ExportMenu({ survey, query, disabledReason }: ExportMenuProps) {
  if (disabledReason) {
    return (
      <Button icon="download" disabledReason={disabledReason}>
        {t('Export')}
      </Button>
    )
  }
  const args = { params: { id: survey }, query }
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
          detail: t('these responses'),
          onAction: () => save(reading.exportCsv.url(args)),
        },
        {
          id: 'xlsx',
          label: t('Excel (XLSX)'),
          icon: 'file',
          detail: t('these responses'),
          onAction: () => save(reading.exportXlsx.url(args)),
        },
      ]}
    >
      <Button icon="download">{t('Export')}</Button>
    </Menu>
  )
}
