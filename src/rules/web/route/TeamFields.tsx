import { pathTo } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { RadioGroup } from '../../../kit/web/ui/form/RadioGroup.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { RouteStep } from '../../../routing/route.ts'
import { useTeams } from './useStepWords.ts'

type TeamStep = Extract<RouteStep, { to: 'team' }>

/** Which team, and who of it. Who is away is passed over. */
export function TeamFields({ step, onChange }: { step: TeamStep; onChange: (step: TeamStep) => void }) {
  const all = useTeams().data?.items
  const chosen = all?.find(({ id, name }) => id === step.team || name.toLowerCase() === step.team.toLowerCase())
  if (all?.length === 0)
    return (
      <p className="text-small text-ink-2">
        {t('There is no team yet.')} <TextLink href={pathTo('/people/teams')}>{t('Make one')}</TextLink>
      </p>
    )
  return (
    <>
      <Select
        label={t('Team')}
        value={chosen?.id ?? null}
        placeholder={step.team || undefined}
        onChange={team => onChange({ ...step, team })}
        options={(all ?? []).map(({ id, name, people }) => ({
          id,
          label: name,
          detail: t('{n, plural, one {# person} other {# people}}', { n: people.length }),
        }))}
      />
      <RadioGroup<TeamStep['by']>
        label={t('Who of it')}
        value={step.by}
        onChange={by => onChange({ ...step, by })}
        options={[
          { id: 'turn', label: t('by turn'), detail: t('Whose last alert is longest ago.') },
          { id: 'load', label: t('by load'), detail: t('Who has fewest alerts waiting.') },
        ]}
      />
    </>
  )
}
