import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Popover } from '../../kit/web/ui/Popover.tsx'
import { RadioGroup } from '../../kit/web/ui/RadioGroup.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import type { RouteStep } from '../rule.ts'
import { stepWords } from '../ruleWords.ts'
import { Slot } from '../../kit/web/ui/Slot.tsx'

const ways = ['unit-manager', 'skip', 'account-owner', 'person'] as const

/** One step of the way to an owner. */
export function RouteSlot({
  step,
  onChange,
  onRemove,
}: {
  step: RouteStep
  onChange: (step: RouteStep) => void
  onRemove?: () => void
}) {
  const [email, setEmail] = useState(step.to === 'person' ? step.email : '')
  const set = (to: (typeof ways)[number]) => onChange(to === 'person' ? { to, email } : { to })
  return (
    <Popover label={t('Who owns the alert')} trigger={<Slot>{stepWords(step) || t('a colleague')}</Slot>} className="w-80">
      {close => (
        <div className="grid gap-3">
          <RadioGroup
            label={t('Who owns the alert')}
            value={step.to === 'team' ? 'unit-manager' : step.to}
            onChange={set}
            options={ways.map(to => ({
              id: to,
              label: to === 'person' ? t('a colleague, by e-mail') : stepWords({ to } as RouteStep),
            }))}
          />
          {step.to === 'person' && (
            <TextField
              label={t('E-mail')}
              type="email"
              value={email}
              onChange={email => {
                setEmail(email)
                onChange({ to: 'person', email: email.trim().toLowerCase() })
              }}
            />
          )}
          <div className="flex justify-between gap-2">
            {onRemove ? (
              <Button
                size="small"
                variant="danger"
                onPress={() => {
                  close()
                  onRemove()
                }}
              >
                {t('Remove')}
              </Button>
            ) : (
              <span />
            )}
            <Button size="small" onPress={close}>
              {t('Done')}
            </Button>
          </div>
        </div>
      )}
    </Popover>
  )
}
