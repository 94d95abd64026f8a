import { t } from '../../kit/i18n.ts'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { TargetName } from '../contract.ts'
import type { PolicyContent } from '../policy.ts'
import { promisedWords, targetWords } from '../words.ts'
import { DurationField } from './DurationField.tsx'

export type PolicyTargets = Partial<Record<TargetName, PolicyContent['targets'][string]>>

export interface TargetFieldsProps {
  names: readonly TargetName[]
  targets: PolicyTargets
  onChange: (targets: PolicyTargets) => void
}

/** What is promised, target by target; empty: not promised. */
export function TargetFields({ names, targets, onChange }: TargetFieldsProps) {
  const set = (target: TargetName, promised: number | null) => onChange({ ...targets, [target]: promised ?? undefined })
  return (
    <div className="grid gap-4">
      {names.map(target => {
        const promised = targets[target]
        return typeof promised === 'object' ? (
          <p key={target} className="flex flex-wrap items-baseline gap-3">
            <span className="text-ink-2">{targetWords(target)}</span>
            {t('by priority: {promised}', { promised: promisedWords(promised) })}
            <TextLink onPress={() => set(target, promised['normal'] ?? null)}>{t('The same for all')}</TextLink>
          </p>
        ) : (
          <DurationField
            key={target}
            label={targetWords(target)}
            value={promised ?? null}
            onChange={minutes => set(target, minutes || null)}
          />
        )
      })}
    </div>
  )
}
