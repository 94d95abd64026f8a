import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrorOf } from '../../accounts/web/formErrors.ts'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Checkbox } from '../../kit/web/ui/form/Checkbox.tsx'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Switch } from '../../kit/web/ui/form/Switch.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../kit/web/toasts.ts'
import type { QuietHours } from '../quietHours.ts'
import { notifications } from './client.ts'

const zones = () => ['UTC', ...Intl.supportedValuesOf('timeZone')].map(id => ({ id, label: id.replaceAll('_', ' ') }))

/** When no mail comes. What happens meanwhile waits, and comes together. */
export function Quiet({ quiet, zone }: { quiet: QuietHours | null; zone: string }) {
  const save = useSave()
  const usual: QuietHours = { zone: quiet?.zone ?? zone, from: '20:00', to: '07:00', weekends: false }
  return (
    <div className="mt-8">
      <Section title={t('Quiet hours')}>
        <Switch
          checked={quiet !== null}
          onChange={on => save.mutate(on ? usual : null)}
          hint={t('No mail comes then. What happens meanwhile comes afterwards, in one mail.')}
        >
          {t('Leave me in peace at certain hours')}
        </Switch>
        {quiet && <Hours key={JSON.stringify(quiet)} quiet={quiet} />}
      </Section>
    </div>
  )
}

function Hours({ quiet }: { quiet: QuietHours }) {
  const [now, setNow] = useState(quiet)
  const save = useSave()
  const set = (change: Partial<QuietHours>) => setNow({ ...now, ...change })
  return (
    <form
      className="mt-4 grid justify-items-start gap-4"
      onSubmit={event => {
        event.preventDefault()
        save.mutate(now)
      }}
    >
      <div className="flex flex-wrap items-start gap-4">
        <TextField
          label={t('From')}
          value={now.from}
          onChange={from => set({ from })}
          error={fieldErrorOf(save.error, 'quiet.from', false)}
          className="w-28"
        />
        <TextField
          label={t('Until')}
          value={now.to}
          onChange={to => set({ to })}
          error={fieldErrorOf(save.error, 'quiet.to', false)}
          className="w-28"
        />
        <ComboBox
          label={t('In the time zone')}
          options={zones()}
          value={now.zone}
          onChange={id => set({ zone: id ?? now.zone })}
          className="w-72 max-wide:w-full"
        />
      </div>
      <Checkbox checked={now.weekends} onChange={weekends => set({ weekends })}>
        {t('And all of Saturday and Sunday')}
      </Checkbox>
      <Button
        type="submit"
        busy={save.isPending}
        disabledReason={JSON.stringify(now) === JSON.stringify(quiet) && t('Nothing was changed.')}
      >
        {t('Save')}
      </Button>
    </form>
  )
}

function useSave() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (quiet: QuietHours | null) => notifications.quiet({ body: { quiet } }),
    onSuccess: (_, quiet) => toast(quiet ? t('Saved') : t('Mail may come at any hour')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
}
