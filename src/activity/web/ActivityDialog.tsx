import { t } from '../../kit/i18n.ts'
import { Dialog } from '../../kit/web/ui/overlay/Dialog.tsx'
import { ActivityFeed } from './ActivityFeed.tsx'

/** What happened to something that has no page of its own. */
export const ActivityDialog = ({ name, subjectId, onClose }: { name: string; subjectId: string; onClose: () => void }) => (
  <Dialog open onClose={onClose} title={t('What happened to {name}', { name })} wide>
    <ActivityFeed subjectId={subjectId} />
  </Dialog>
)
