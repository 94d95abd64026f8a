import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { Popover } from '../../kit/web/ui/overlay/Popover.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { Tag } from '../../kit/web/ui/Tag.tsx'
import type { ReadingReply } from '../contract.ts'
import { noteOn } from '../note.ts'
import { comments } from './client.ts'
import { wordsOf } from './highlights.ts'
import { useTeach } from './useTeach.ts'

interface CorrectionsProps {
  text: string
  reading: ReadingReply
  /** Further buttons. */
  children?: ReactNode
}

/** What a comment was taken to say; one click says otherwise, and teaches. */
export function Corrections({ text, reading, children }: CorrectionsProps) {
  const may = useMay('comments.teach')
  const teach = useTeach()
  const names = reading.themes.map(theme => theme.name)
  const note = noteOn(reading, text)
  const reason = !may && t('Your role reads comments but does not teach. Ask an administrator.')
  return (
    <div className="mt-2 grid max-w-measure gap-2 text-small text-ink-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Saying reading={reading} />
        <Button
          size="small"
          variant="quiet"
          icon="edit"
          busy={teach.isPending}
          disabledReason={reason}
          onPress={() => teach.mutate({ text, negative: !reading.negative })}
        >
          {reading.negative ? t('Not negative') : t('It is negative')}
        </Button>
        {children}
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {reading.themes.length === 0 && <span className="text-ink-3">{t('No theme')}</span>}
        {reading.themes.map(({ id, name }) => (
          <span key={id} title={wordsOf(text, reading, name).join(', ')}>
            <Tag name={name} {...(may && { onRemove: () => teach.mutate({ text, themes: names.filter(one => one !== name) }) })}>
              {name}
            </Tag>
          </span>
        ))}
        {may && <AddTheme known={names} onAdd={name => teach.mutate({ text, themes: [...names, name] })} />}
      </div>
      {note && <p className="text-ink-3">{note}</p>}
    </div>
  )
}

/** In words and shapes: negative or not, and what wants somebody soon. */
const Saying = ({ reading: { negative, leaving, call } }: { reading: ReadingReply }) => (
  <>
    <State kind={negative ? 'failed' : 'even'}>{negative ? t('Reads as negative') : t('Reads as not negative')}</State>
    {leaving && <State kind="late">{t('threatens to leave')}</State>}
    {call && <State kind="soon">{t('asks to be called')}</State>}
  </>
)

function AddTheme({ known, onAdd }: { known: readonly string[]; onAdd: (name: string) => void }) {
  const { data } = useQuery(comments.listThemes.query())
  const options = (data?.items ?? [])
    .filter(({ name, retired }) => !retired && !known.includes(name))
    .map(({ name }) => ({ id: name, label: name }))
  return (
    <Popover
      label={t('Add a theme')}
      className="w-72"
      trigger={
        <Button size="small" variant="quiet" icon="add">
          {t('Theme')}
        </Button>
      }
    >
      {close => (
        <ComboBox
          label={t('Theme')}
          options={options}
          value={null}
          onChange={name => {
            if (!name) return
            onAdd(name)
            close()
          }}
        />
      )}
    </Popover>
  )
}
