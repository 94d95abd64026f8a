import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import type { BatchWork } from '../../workContract.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { alertWork } from '../client.ts'
import { useStep } from '../useStep.ts'

interface BatchBarProps {
  chosen: readonly string[]
  onClear: () => void
}

interface RefusedAlert {
  id: string
  name: string
  reason: string
}

/** What can be done with all that are chosen. Each keeps to its own rule; those that refuse are named, and stay chosen. */
export function BatchBar({ chosen, onClear }: BatchBarProps) {
  const [asking, setAsking] = useState<BatchWork['do'] | null>(null)
  const [refused, setRefused] = useState<RefusedAlert[]>([])
  const run = useStep((work: BatchWork) => alertWork.workBatch({ body: { alerts: [...chosen], work } }))
  const go = (work: BatchWork) =>
    run.mutate(work, {
      onSuccess: ({ done, refused }) => {
        setAsking(null)
        setRefused(refused)
        if (done.length > 0) toast(t('{n, plural, one {# alert} other {# alerts}} done', { n: done.length }))
        onClear()
      },
    })
  const button = (work: BatchWork['do'], label: string, act: () => void) => (
    <Button key={work} size="small" busy={run.isPending && run.variables?.do === work} onPress={act}>
      {label}
    </Button>
  )
  return (
    <>
      {chosen.length > 0 && (
        <div
          role="region"
          aria-label={t('What is chosen')}
          className="sticky bottom-4 z-(--z-sticky) mt-3 flex flex-wrap items-center gap-2 rounded-lg bg-overlay px-4 py-2.5 shadow-popover max-wide:bottom-20"
        >
          <b className="me-2">{t('{n, plural, one {# chosen} other {# chosen}}', { n: chosen.length })}</b>
          {button('acknowledge', t('Take them'), () => go({ do: 'acknowledge' }))}
          {button('hand-over', t('Give to …'), () => setAsking('hand-over'))}
          {button('cause', t('Name a cause'), () => setAsking('cause'))}
          {button('resolve', t('Resolve'), () => setAsking('resolve'))}
          <Button size="small" variant="quiet" onPress={onClear}>
            {t('Choose none')}
          </Button>
        </div>
      )}
      {asking && (
        <BatchDialog
          work={asking}
          n={chosen.length}
          busy={run.isPending}
          error={run.error}
          onClose={() => setAsking(null)}
          onGo={go}
        />
      )}
      <Dialog
        open={refused.length > 0}
        onClose={() => setRefused([])}
        title={t('{n, plural, one {One stays as it was} other {# stay as they were}}', { n: refused.length })}
        actions={
          <Button variant="main" onPress={() => setRefused([])}>
            {t('Close')}
          </Button>
        }
      >
        <ul className="grid gap-2">
          {refused.map(({ id, name, reason }) => (
            <li key={id}>
              <b className="text-ink">{name || t('A customer')}</b>: {reason}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
