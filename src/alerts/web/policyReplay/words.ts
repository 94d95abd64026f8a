import { msg, t } from '../../../kit/i18n.ts'
import { count, list } from '../../../kit/words.ts'
import { targetWords } from '../../../sla/words.ts'
import type { PolicyReplayTally } from '../../policyReplay/policyReplayTally.ts'
import type { ReplayedAlert } from '../../policyReplay/policyReplayContract.ts'

const verdicts: Record<ReplayedAlert['promises'][number]['before']['verdict'], string> = {
  kept: msg('kept'),
  missed: msg('missed'),
  open: msg('not over'),
  none: msg('not promised'),
}

/** “Resolve: missed → kept” */
export const changeWords = ({ promises }: ReplayedAlert): string =>
  list(
    promises
      .filter(({ before, after }) => before.verdict !== after.verdict)
      .map(({ target, before, after }) =>
        t('{promise}: {before} → {after}', {
          promise: targetWords(target),
          before: t(verdicts[before.verdict]),
          after: t(verdicts[after.verdict]),
        }),
      ),
  )

/** The finding in one sentence: how many promises would have been missed instead. */
export function findingOf({ promises, told, changed }: PolicyReplayTally): string {
  const missed = (side: 'before' | 'after') => promises.reduce((sum, promise) => sum + promise[side].missed, 0)
  const [before, after] = [missed('before'), missed('after')]
  if (before !== after)
    return t('{after, plural, one {# promise} other {# promises}} would have been missed instead of {before}', {
      after,
      before: count(before),
    })
  if (changed.length > 0) return t('As many promises would have been missed, but not the same ones')
  return told.some(
    ({ reminders, escalations }) => reminders.before !== reminders.after || escalations.before !== escalations.after,
  )
    ? t('No promise would have ended otherwise, but others would have been told')
    : t('Nothing would have gone otherwise')
}
