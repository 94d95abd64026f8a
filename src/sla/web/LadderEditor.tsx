import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import type { Rung } from '../policy.ts'
import { notifyWords } from '../words.ts'
import { DurationField } from './DurationField.tsx'

/** Who is told, and when, after a promise was broken. */
export function LadderEditor({ ladder, onChange }: { ladder: readonly Rung[]; onChange: (ladder: Rung[]) => void }) {
  const set = (i: number, rung: Rung) => onChange(ladder.map((old, j) => (i === j ? rung : old)))
  return (
    <div className="grid gap-4">
      {ladder.length === 0 && (
        <p className="text-ink-2">{t('Nobody is told. Add a step, so that no promise is broken in silence.')}</p>
      )}
      {ladder.map((rung, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name
        <div key={i} className="flex flex-wrap items-end gap-3 border-b border-line pb-4">
          <DurationField
            label={t('Step {n}: after the promise was broken', { n: i + 1 })}
            value={rung.after_min}
            onChange={minutes => set(i, { ...rung, after_min: minutes ?? 0 })}
          />
          <Select
            label={t('Tell')}
            options={[
              ...(['owner', 'manager', 'skip'] as const).map(id => ({ id, label: notifyWords(id) })),
              { id: 'person' as const, label: t('a person by name') },
            ]}
            value={typeof rung.notify === 'object' ? 'person' : rung.notify}
            onChange={id => set(i, { ...rung, notify: id === 'person' ? { person: '' } : id })}
            className="w-56"
          />
          {typeof rung.notify === 'object' && (
            <TextField
              label={t('E-mail address')}
              type="email"
              value={rung.notify.person}
              onChange={person => set(i, { ...rung, notify: { person } })}
              className="w-64"
            />
          )}
          <Button
            variant="quiet"
            icon="trash"
            label={t('Remove step {n}', { n: i + 1 })}
            onPress={() => onChange(ladder.filter((_, j) => i !== j))}
          />
        </div>
      ))}
      <div>
        <Button
          icon="add"
          onPress={() =>
            onChange([
              ...ladder,
              { after_min: (ladder.at(-1)?.after_min ?? -60) + 60, notify: ladder.length ? 'skip' : 'manager' },
            ])
          }
        >
          {t('Add a step')}
        </Button>
      </div>
    </div>
  )
}
