import type { Href } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'

export interface ImportExportMenuProps {
  exportUrl: string
  /** Where files are imported; false for those who may not. */
  importHref: Href | false
}

/** What goes in and out as a file. */
export const ImportExportMenu = ({ exportUrl, importHref }: ImportExportMenuProps) => (
  <Menu
    label={t('Files')}
    entries={[
      importHref !== false && { id: 'import', label: t('Import a CSV file'), icon: 'up', href: importHref },
      // Past the router: the address is a file, not a page.
      { id: 'export', label: t('Export as CSV'), icon: 'download', onAction: () => location.assign(exportUrl) },
    ]}
  >
    <Button variant="quiet" icon="more" label={t('Import and export')} />
  </Menu>
)
