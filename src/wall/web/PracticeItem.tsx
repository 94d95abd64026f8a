import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { moment } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import type { Practice } from '../wallContract.ts'
import { wall } from './client.ts'
import { HideDialog } from './HideDialog.tsx'
import { useWallChange } from './useWallChange.ts'
import { ReuseDialog } from './ReuseDialog.tsx'

/** One thing that others can do too. */
export function PracticeItem({ practice, now }: { practice: Practice; now: number }) {
  const { id, title, story, theme, words, customer, unit, colleague, by, at, reuses, hidden } = practice
  const [asking, setAsking] = useState<'reuse' | 'hide' | null>(null)
  const mayHide = useMay('wall.moderate')
  const run = useWallChange()
  const show = () => run.mutate(() => wall.moderatePractice({ params: { id }, body: { visible: true } }))
  return (
    <article aria-label={title} className="grid gap-2 py-5">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 font-strong text-pretty">{title}</h2>
        {mayHide && (
          <Menu
            label={title}
            entries={[
              hidden
                ? { id: 'show', label: t('Put back on the wall'), icon: 'undo', onAction: show }
                : { id: 'hide', label: t('Take off the wall'), icon: 'archive', onAction: () => setAsking('hide') },
            ]}
          >
            <Button size="small" variant="quiet" icon="more" label={t('More about {name}', { name: title })} />
          </Menu>
        )}
      </div>
      {hidden && <State kind="hidden">{t('Taken off by {by}: {reason}', hidden)}</State>}
      <p className="max-w-measure whitespace-pre-line text-ink-2">{story}</p>
      {words && (
        <div className="border-s-2 border-line-strong ps-3">
          <CustomerQuote text={words} size="read" />
          {customer && <p className="text-small text-ink-3">{customer}</p>}
        </div>
      )}
      <p className="text-small text-ink-3">
        {[theme, colleague && t('about {name}', { name: colleague }), unit?.name, t('shared by {by}', { by }), moment(at, now)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {reuses.length > 0 && (
        <ul className="grid gap-0.5 text-small text-ink-2" aria-label={t('Done again')}>
          {reuses.map(reuse => (
            <li key={reuse.id}>
              {t('{by} does it too, in {place}', { by: reuse.by, place: reuse.place })}
              {reuse.note && <span className="text-ink-3">: {reuse.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {!hidden && (
        <div className="flex flex-wrap gap-2">
          <Applause practice={practice} run={run.mutate} />
          <Button size="small" icon="copy" onPress={() => setAsking('reuse')}>
            {t('Do the same')}
          </Button>
        </div>
      )}
      {asking === 'reuse' && <ReuseDialog practice={practice} onClose={() => setAsking(null)} />}
      {asking === 'hide' && <HideDialog practice={practice} onClose={() => setAsking(null)} />}
    </article>
  )
}

function Applause({ practice, run }: { practice: Practice; run: (work: () => Promise<unknown>) => void }) {
  const { id, applause, applauded } = practice
  const press = () => run(() => wall.applaud({ params: { id }, body: { applaud: !applauded } }))
  return (
    <Button size="small" icon="heart" variant={applauded ? 'main' : 'plain'} aria-pressed={applauded} onPress={press}>
      {applause > 0 ? t('Applaud {n}', { n: applause }) : t('Applaud')}
    </Button>
  )
}
