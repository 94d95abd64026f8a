import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Switch } from '../../kit/web/ui/form/Switch.tsx'
import { toast, toastError } from '../../kit/web/toasts.ts'
import { notifications } from './client.ts'

/** The week in numbers, for those who may read them. */
export function DigestChoice({ on }: { on: boolean }) {
  const queries = useQueryClient()
  const may = useMay('insights.read')
  const choose = useMutation({
    mutationFn: (next: boolean) => notifications.digest({ body: { on: next } }),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const preview = useMutation({
    mutationFn: () => notifications.previewDigest({ body: {} }),
    onSuccess: ({ to }) => toast(t('The digest is on its way to {to}.', { to })),
    onError: toastError,
  })
  if (!may) return null
  return (
    <div className="mt-8">
      <Section title={t('Weekly digest')}>
        <Switch
          checked={choose.isPending ? choose.variables : on}
          onChange={next => choose.mutate(next)}
          hint={t('Score and change, alerts, what causes most, the best and the lowest unit: of the units you see.')}
        >
          {t('The week in numbers, each Monday at seven')}
        </Switch>
        <Button className="mt-4" icon="mail" busy={preview.isPending} onPress={() => preview.mutate()}>
          {t('Send me one now')}
        </Button>
      </Section>
    </div>
  )
}
