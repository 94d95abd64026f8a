import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { Checkbox } from '../../kit/web/ui/form/Checkbox.tsx'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { TextArea } from '../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../kit/web/toasts.ts'
import { PersonField } from '../../people/web/PersonField.tsx'
import type { AlertDetail } from '../../alerts/contract.ts'
import { wall } from './client.ts'
import { useStep } from '../../alerts/web/useStep.ts'
import { nameOf } from '../../alerts/web/alertCustomer.ts'

/** Puts what was praised on the wall, as something that others can do too. */
export function ShareDialog({ alert, onClose }: { alert: AlertDetail; onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [story, setStory] = useState('')
  const [theme, setTheme] = useState('')
  const [colleague, setColleague] = useState<{ id: string; name: string } | null>(null)
  const [quote, setQuote] = useState(alert.said !== null)
  const [agreed, setAgreed] = useState(false)
  const mayLook = useMay('people.read')
  const themes = useQuery(wall.listThemes.query()).data?.items ?? []
  const share = useStep(() =>
    wall.sharePractice({
      params: { id: alert.id },
      body: { title, story, theme: theme || undefined, colleague: colleague?.id, quote, agreed },
    }),
  )
  const go = () =>
    share.mutate(undefined, {
      onSuccess: () => {
        onClose()
        toast(t('Shared on the wall'))
      },
    })
  return (
    <FormDialog
      onClose={onClose}
      title={t('What can others learn from it?')}
      submit={t('Share')}
      onSubmit={go}
      busy={share.isPending}
      disabledReason={
        title.trim() === ''
          ? t('Give it a title first.')
          : story.trim() === '' && t('Say what was done, so that others can do it too.')
      }
    >
      <TextField
        label={t('Title')}
        hint={t('“Stay until the water runs clear”')}
        value={title}
        onChange={setTitle}
        maxLength={200}
        autoFocus
      />
      <TextArea label={t('What was done')} rows={4} maxLength={4000} value={story} onChange={setStory} />
      <ComboBox
        label={t('Theme')}
        optional
        options={themes.map(one => ({ id: one.theme, label: one.theme }))}
        value={theme || null}
        onChange={id => setTheme(id ?? '')}
        onCustom={setTheme}
      />
      {mayLook && <PersonField label={t('Colleague')} optional kind="staff" value={colleague} onChange={setColleague} />}
      {alert.said && (
        <Checkbox checked={quote} onChange={setQuote} hint={`“${alert.said}”`}>
          {t('With the customer’s words')}
        </Checkbox>
      )}
      {alert.person && (
        <Checkbox checked={agreed} onChange={setAgreed} hint={t('Otherwise the wall names nobody.')}>
          {t('{name} agreed to be named', { name: nameOf(alert) })}
        </Checkbox>
      )}
    </FormDialog>
  )
}
