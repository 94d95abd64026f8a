import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Progress } from '../../../kit/web/ui/state/Progress.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import type { Replay } from '../../ruleContract.ts'
import { EarlierReplays } from './EarlierReplays.tsx'
import { daysWords } from './replayPeriod.ts'
import { ReplayResult } from './ReplayResult.tsx'
import { alertReplays, isGoing, useReplays } from './replays.ts'
import { StartReplay } from './StartReplay.tsx'

export interface ReplaysProps {
  rule: string
  /** The sentence was changed, and not saved yet. */
  changed: boolean
}

/** Tries the rule on the past: what would it have raised, and for whom? */
export function Replays({ rule, changed }: ReplaysProps) {
  const list = useReplays(rule)
  const [chosen, setChosen] = useState<string>()
  const may = useMay('rules.write')
  const shown = list.data?.find(({ id }) => id === chosen) ?? list.data?.[0]
  const why = !may
    ? t('Your role may read rules, not try them.')
    : changed
      ? t('Save the change first: what is saved is tried.')
      : list.data?.some(isGoing) && t('One is under way.')
  return (
    <Section title={t('Try it on the past')} note={t('No mail is sent and no alert is raised.')}>
      <StartReplay rule={rule} disabledReason={why} onStarted={setChosen} />
      <div className="mt-5" aria-live="polite">
        {list.error ? (
          <ErrorState error={list.error} retry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Skeleton rows={3} />
        ) : (
          shown && <Shown key={shown.id} replay={shown} rule={rule} />
        )}
      </div>
      {list.data && list.data.length > 1 && <EarlierReplays list={list} shown={shown?.id} onShow={setChosen} />}
    </Section>
  )
}

function Shown({ replay, rule }: { replay: Replay; rule: string }) {
  const days = daysWords(replay)
  if (isGoing(replay)) return <Going replay={replay} rule={rule} />
  if (replay.state === 'cancelled') return <p className="text-ink-2">{t('Stopped before it was through: {days}.', { days })}</p>
  if (replay.state === 'failed' || !replay.result)
    return (
      <Notice tone="late" title={t('It could not be tried on {days}.', { days })}>
        {t('The rule is as it was. Try it again.')}
      </Notice>
    )
  return <ReplayResult replay={replay} result={replay.result} />
}

function Going({ replay, rule }: { replay: Replay; rule: string }) {
  const cancel = useMutation({ mutationFn: () => alertReplays.cancelReplay({ params: { id: rule, replay: replay.id } }) })
  return (
    <div className="grid max-w-[32rem] gap-3">
      <Progress
        label={t('Going through the answers of {days}', { days: daysWords(replay) })}
        done={replay.seen}
        total={replay.total || null}
      >
        {t('You can leave this page.')}
      </Progress>
      <div>
        <Button size="small" busy={cancel.isPending} onPress={() => cancel.mutate()}>
          {t('Stop')}
        </Button>
      </div>
    </div>
  )
}
