import { useState } from 'react'
import { ActivityDialog } from '../../../activity/web/ActivityDialog.tsx'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { useMay } from '../session.ts'

/** In the row of something that has no page of its own: opens its part of the record. */
export function ActivityButton({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false)
  if (!useMay('activity.read')) return null
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon="note"
        label={t('What happened to {name}', { name })}
        onPress={() => setOpen(true)}
      />
      {open && <ActivityDialog name={name} subjectId={id} onClose={() => setOpen(false)} />}
    </>
  )
}
