import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/overlay/Dialog.tsx'
import type { FileItem } from '../contract.ts'

export interface FileViewerProps {
  item: FileItem
  url: string
  onDownload: () => void
  onClose: () => void
}

/** A picture as large as the page lets it be. */
export const FileViewer = ({ item, url, onDownload, onClose }: FileViewerProps) => (
  <Dialog
    open
    wide
    onClose={onClose}
    title={item.name}
    actions={
      <>
        <Button icon="download" onPress={onDownload}>
          {t('Download')}
        </Button>
        <Button variant="main" onPress={onClose}>
          {t('Close')}
        </Button>
      </>
    }
  >
    <img src={url} alt={item.name} className="mx-auto max-h-[calc(100dvh-14rem)] max-w-full rounded-sm bg-sunken" />
  </Dialog>
)
