import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { causes } from '../../../causes/web/client.ts'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Chip } from '../../../kit/web/ui/Chip.tsx'
import { Popover } from '../../../kit/web/ui/overlay/Popover.tsx'
import { SearchField } from '../../../kit/web/ui/form/SearchField.tsx'
import type { AlertDetail } from '../../contract.ts'
import { CauseRanking } from './CauseRanking.tsx'
import { alerts } from '../client.ts'
import { useStep } from '../useStep.ts'

/** Why it happened: chosen from the organisation's tree, the main cause first; what is missing there is added by its name. */
export function Causes({ alert }: { alert: AlertDetail }) {
  const may = useMay('alerts.work')
  const choose = useStep((wanted: string[]) => alerts.chooseCauses({ params: { id: alert.id }, body: { causes: wanted } }))
  // The new order stands at once; the server follows.
  const wanted = choose.isPending ? choose.variables : undefined
  const shown = wanted?.every(id => alert.causes.some(cause => cause.id === id))
    ? wanted.flatMap(id => alert.causes.find(cause => cause.id === id) ?? [])
    : alert.causes
  const ids = shown.map(({ id }) => id)
  return (
    <section aria-label={t('Causes')}>
      <h2 className="font-strong">{t('Causes')}</h2>
      {may && alert.causes.length > 0 && (
        <div className="mt-2">
          <CauseRanking
            causes={shown}
            onOrder={choose.mutate}
            onRemove={id => choose.mutate(ids.filter(other => other !== id))}
          />
        </div>
      )}
      <div className="mt-2 flex flex-wrap gap-1.5">
        {!may &&
          alert.causes.map(({ id, name, path }) => (
            <Chip key={id} selected label={path.length > 1 ? `${path.slice(0, -1).join(' › ')} ›` : undefined} value={name} />
          ))}
        {may && <Picker chosen={ids} onPick={cause => choose.mutate([...ids, cause])} />}
      </div>
      {alert.causes.length === 0 && (
        <p className="mt-2 text-small text-ink-3">
          {t('Why did it happen? Causes are counted under Insights, with what they cost.')}
        </p>
      )}
      {alert.causes.length > 1 && <p className="mt-2 text-small text-ink-3">{t('The first one is the main cause.')}</p>}
    </section>
  )
}

function Picker({ chosen, onPick }: { chosen: readonly string[]; onPick: (cause: string) => void }) {
  const [typed, setTyped] = useState('')
  const list = useQuery(causes.listCauses.query()).data?.items ?? []
  const free = list.filter(({ id, retired }) => !retired && !chosen.includes(id))
  const words = typed.trim().toLowerCase()
  const found = free.filter(({ path }) => path.join(' ').toLowerCase().includes(words))
  // The ones named most often are offered first: the tree grows, the hand goes to the same places.
  const shown = (words ? found : [...found].sort((a, b) => b.alerts - a.alerts)).slice(0, 8)
  const known = list.some(({ name }) => name.toLowerCase() === words)
  return (
    <Popover
      label={t('Choose a cause')}
      trigger={
        <Button size="small" icon="add">
          {chosen.length > 0 ? t('Another cause') : t('Choose a cause')}
        </Button>
      }
      className="w-80"
    >
      {close => {
        const pick = (cause: string) => {
          onPick(cause)
          setTyped('')
          close()
        }
        const enter = () => (words && !known ? pick(typed.trim()) : shown[0] && pick(shown[0].id))
        return (
          <div className="grid gap-2">
            <SearchField label={t('Find or name a cause')} value={typed} onChange={setTyped} onSubmit={enter} autoFocus />
            <ul aria-label={t('Causes')} className="max-h-72 overflow-y-auto">
              {shown.map(({ id, name, path }) => (
                <li key={id}>
                  <button
                    type="button"
                    onClick={() => pick(id)}
                    className="flex min-h-8 w-full items-center gap-1.5 rounded-md px-2 py-1 text-start hover:bg-hover focus-visible:bg-selected"
                  >
                    {path.length > 1 && <span className="text-ink-3">{path.slice(0, -1).join(' › ')} ›</span>}
                    {name}
                  </button>
                </li>
              ))}
            </ul>
            {words && !known && (
              <Button size="small" icon="add" onPress={() => pick(typed.trim())}>
                {t('New cause “{name}”', { name: typed.trim() })}
              </Button>
            )}
            {!words && shown.length === 0 && (
              <p className="text-small text-ink-3">{t('No causes yet. Type what happened, in a few words.')}</p>
            )}
          </div>
        )
      }}
    </Popover>
  )
}
