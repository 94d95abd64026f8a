import { t } from '../../../kit/i18n.ts'
import { count } from '../../../kit/words.ts'
import type { PolicyReplayTally } from '../../policyReplay/policyReplayTally.ts'

/** What nobody can know, and what was taken for it. */
export function Assumptions({ tally, edits }: { tally: PolicyReplayTally; edits: number }) {
  const worked = tally.alerts - tally.counted
  const lines = [
    t(
      'Everybody is taken to act when they did. Nobody knows who would have hurried because of an earlier reminder, or taken more time because there was more.',
    ),
    worked < tally.alerts &&
      edits > 0 &&
      t('Before is what held at each moment: the policy was changed {n, plural, one {once} other {# times}} since then.', {
        n: edits,
      }),
    worked > 0 &&
      t(
        'Of {n} alerts nothing was counted, because nothing was promised yet: for them both sides are worked out, before by the policy as it is today.',
        { n: count(worked) },
      ),
    t('Hours and holidays are those of each moment. An alert that was reopened counts from then on.'),
    t('Who is asked follows from the hierarchy of today; who was away then is not stood in for.'),
  ].filter(line => line !== false)
  return (
    <div className="text-small text-ink-2">
      <h3 className="font-strong text-ink">{t('What is assumed')}</h3>
      <ul className="mt-1 grid max-w-[46rem] list-disc gap-1 ps-4">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
