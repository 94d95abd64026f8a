import { msg, t } from '../../kit/i18n.ts'
import { cx } from '../../kit/web/cx.ts'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { type StepName, steps } from './draft.ts'

const names: Record<StepName, string> = {
  audience: msg('Whom'),
  message: msg('What it says'),
  when: msg('When'),
  preview: msg('Look and send'),
}

/** Where one is; steps that were taken lead back. */
export const Steps = ({
  at,
  onGo,
  mayGo,
}: {
  at: StepName
  onGo: (step: StepName) => void
  mayGo: (step: StepName) => boolean
}) => (
  <ol aria-label={t('Steps')} className="mb-6 flex flex-wrap gap-x-6 gap-y-1 border-b border-line pb-3">
    {steps.map((name, i) => (
      <li
        key={name}
        aria-current={name === at ? 'step' : undefined}
        className={cx(name === at ? 'font-strong text-ink' : 'text-ink-3')}
      >
        {i + 1}&nbsp;{' '}
        {name !== at && mayGo(name) ? <TextLink onPress={() => onGo(name)}>{t(names[name])}</TextLink> : t(names[name])}
      </li>
    ))}
  </ol>
)
