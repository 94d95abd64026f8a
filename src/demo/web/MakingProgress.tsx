import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { Progress } from '../../kit/web/ui/state/Progress.tsx'
import { Spinner } from '../../kit/web/ui/Spinner.tsx'
import type { MakingStep } from '../making.ts'
import { demo } from './client.ts'

const words: Record<MakingStep, () => string> = {
  people: () => t('Regions, depots, people and customers'),
  answers: () => t('Eighteen months of answers'),
  sums: () => t('Adding the answers up'),
  alerts: () => t('Alerts, and how they were closed'),
}

/** How far the demo is, whoever asked for it first. */
export function MakingProgress() {
  const { data } = useQuery({ ...demo.demoState.query(), refetchInterval: 1_000 })
  const making = data?.making
  if (making)
    return (
      <Progress label={words[making.step]()} done={making.percent} total={100}>
        {t('It is being prepared. That takes some seconds, once.')}
      </Progress>
    )
  return (
    <Notice live>
      <span className="flex items-center gap-2">
        <Spinner /> {t('It is being prepared. That takes some seconds, once.')}
      </span>
    </Notice>
  )
}
