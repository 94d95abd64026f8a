import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { Dialog } from '../../kit/web/ui/overlay/Dialog.tsx'
import { RadioGroup } from '../../kit/web/ui/form/RadioGroup.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { surveys } from '../../surveys/web/client.ts'
import { units } from './units.ts'

/** Names a link, so that its answers can be told apart later. */
export function NewLinkDialog({ surveyId, open, onClose }: { surveyId: string; open: boolean; onClose: () => void }) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'open' | 'site'>('open')
  const [unit, setUnit] = useState<string | null>(null)
  const tree = useQuery({ ...units(), enabled: open, retry: false })
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: () => surveys.createLink({ params: { id: surveyId }, body: { name: name.trim(), kind, ...(unit && { unit }) } }),
    onSuccess: () => {
      setName('')
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['surveys'] }),
  })
  const errors = fieldErrors(make.error)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('New open link')}
      actions={
        <>
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button
            variant="main"
            busy={make.isPending}
            disabledReason={name.trim() === '' && t('Give it a name.')}
            onPress={() => make.mutate()}
          >
            {t('Make the link')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t('Name')}
          hint={t('Where it hangs or stands: “Counter Kelby”')}
          value={name}
          onChange={setName}
          error={errors['name']}
        />
        <RadioGroup
          label={t('What for')}
          value={kind}
          onChange={setKind}
          options={[
            { id: 'open', label: t('A link and a QR code') },
            { id: 'site', label: t('A page of your own site'), detail: t('Only such a link may be shown inside another site.') },
          ]}
        />
        <ComboBox
          label={t('Unit')}
          optional
          hint={t('Answers through this link count for it.')}
          options={(tree.data?.items ?? []).map(one => ({ id: one.id, label: one.name }))}
          value={unit}
          onChange={setUnit}
          error={errors['unit']}
        />
      </div>
    </Dialog>
  )
}
