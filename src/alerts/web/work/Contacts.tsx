import { outside } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { moment } from '../../../kit/words.ts'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../../kit/web/ui/Icon.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { Rich } from '../../../kit/web/ui/Rich.tsx'
import { Timeline } from '../../../kit/web/ui/page/Timeline.tsx'
import type { Contact } from '../../contract.ts'
import { Evidence } from './Evidence.tsx'

const icons: Record<string, IconName> = { call: 'call', mail: 'mail', chat: 'chat', meeting: 'calendar', note: 'note' }

/** What was said to the customer and noted for colleagues, newest first. */
export const Contacts = ({ contacts, now }: { contacts: readonly Contact[]; now: number }) =>
  contacts.length === 0 ? null : (
    <div className="mt-5">
      <Timeline
        entries={contacts.map(contact => ({
          id: contact.id,
          icon: icons[contact.how] ?? 'chat',
          what: <Rich parts={[<b key="by" />]}>{doneWords(contact)}</Rich>,
          when: moment(contact.at, now),
          at: contact.at,
          children: <Said contact={contact} />,
        }))}
      />
    </div>
  )

const Said = ({ contact: { note, evidence, files, mentions } }: { contact: Contact }) => (
  <>
    {note && (
      <p className="whitespace-pre-line">
        {withNames(
          note,
          mentions.map(({ name }) => `@${name}`),
        )}
      </p>
    )}
    {evidence && (
      <p className="mt-1 flex items-center gap-1.5 text-ink-3">
        <Icon name="attach" size={14} />
        {isLink(evidence) ? (
          <TextLink href={outside(evidence)} className="break-all">
            {evidence}
          </TextLink>
        ) : (
          <span className="break-words">{evidence}</span>
        )}
      </p>
    )}
    {files.length > 0 && <Evidence files={files} />}
  </>
)

const isLink = (evidence: string): boolean => /^https?:\/\/\S+$/.test(evidence)

/** The names of those who were brought in stand out. */
function withNames(note: string, names: readonly string[]): ReactNode {
  const name = names.find(one => note.includes(one))
  if (!name) return note
  const at = note.indexOf(name)
  return (
    <>
      {note.slice(0, at)}
      <b className="text-ink">{name}</b>
      {withNames(note.slice(at + name.length), names)}
    </>
  )
}

function doneWords({ how, reached, by, asks }: Contact): string {
  switch (how) {
    case 'note':
      if (asks) return t('<0>{by}</0> asked {name} for help', { by, name: asks.name })
      return t('<0>{by}</0> left a note', { by })
    case 'call':
      return reached ? t('<0>{by}</0> spoke with the customer', { by }) : t('<0>{by}</0> tried to call; no answer', { by })
    case 'mail':
      return reached
        ? t('<0>{by}</0> and the customer wrote to each other', { by })
        : t('<0>{by}</0> wrote a mail; no answer yet', { by })
    case 'chat':
      return reached
        ? t('<0>{by}</0> chatted with the customer', { by })
        : t('<0>{by}</0> wrote in the chat; no answer yet', { by })
    case 'meeting':
      return reached
        ? t('<0>{by}</0> met the customer', { by })
        : t('<0>{by}</0> came to meet the customer; nobody there', { by })
    default:
      return reached
        ? t('<0>{by}</0> reached the customer ({how})', { by, how })
        : t('<0>{by}</0> tried to reach the customer ({how})', { by, how })
  }
}
