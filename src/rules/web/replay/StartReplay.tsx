import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { DateRange } from '../../../kit/web/ui/form/DateRange.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { alertReplays } from './replays.ts'
import { type Days, daysOf, periods, type ReplayPeriod, periodWords } from './replayPeriod.ts'

export interface TryItProps {
  rule: string
  disabledReason: string | false | undefined
  onStarted: (replay: string) => void
}

/** Which days to try the rule on. Nothing is sent, and no alert is raised. */
export function StartReplay({ rule, disabledReason, onStarted }: TryItProps) {
  const [period, setPeriod] = useState<ReplayPeriod>('year')
  const [own, setOwn] = useState<Days | null>(null)
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: (body: Days) => alertReplays.startReplay({ params: { id: rule }, body }),
    onSuccess: ({ id }) => onStarted(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['alert-rules', `/alert-rules/${rule}/replays`] }),
  })
  const chosen = period === 'own' ? own : daysOf(period)
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={t('Answers of')}
        value={period}
        onChange={setPeriod}
        options={periods.map(id => ({ id, label: periodWords(id) }))}
        className="w-56 max-wide:w-full"
      />
      {period === 'own' && <DateRange label={t('Days')} value={own} onChange={setOwn} max={daysOf('all').to} />}
      <Button
        busy={start.isPending}
        disabledReason={disabledReason || (!chosen && t('Choose the days.'))}
        onPress={() => chosen && start.mutate(chosen)}
      >
        {t('Try it')}
      </Button>
    </div>
  )
}
