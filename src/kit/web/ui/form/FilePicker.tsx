import { type ClipboardEvent, type DragEvent, type ReactNode, type RefObject, useRef, useState } from 'react'
import { Button as AriaButton, FileTrigger } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import type { Uploads } from '../../uploads.ts'
import { buttonClass } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { PickedFile } from './PickedFile.tsx'

export interface FilePickerProps {
  /** What they are for: “Evidence”. */
  label: string
  uploads: Uploads
  /** Endings to choose from: ['.png', '.pdf']. */
  accept: readonly string[]
  /** The form that they go with: what is dropped or pasted anywhere on it is taken. */
  children?: ReactNode
  /** Stands beside the button that chooses files. */
  more?: ReactNode
  /** The end of the form, below the files. */
  below?: ReactNode
}

/** Files to send with a form: chosen, dropped, pasted or photographed; on their way at once, each with its progress and its error. */
export function FilePicker({ label, uploads, accept, children, more, below }: FilePickerProps) {
  const { over, handlers } = useTaken(uploads.add)
  const trigger = useRef<HTMLButtonElement>(null)
  const remove = (key: string) => {
    uploads.remove(key)
    // The button that was pressed is gone with its line.
    trigger.current?.focus()
  }
  return (
    <div
      {...handlers}
      className={cx('relative grid gap-2 rounded-md', over && 'outline-2 outline-offset-4 outline-accent outline-dashed')}
    >
      {children}
      {uploads.all.length > 0 && (
        <ul aria-label={label} className="grid gap-1">
          {uploads.all.map(one => (
            <PickedFile key={one.key} upload={one} onRemove={() => remove(one.key)} onAgain={() => uploads.again(one.key)} />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {uploads.all.length > 0 && t('{n} of {of} files are there.', { n: uploads.ids.length, of: uploads.all.length })}
      </p>
      <div className="-ms-2 flex flex-wrap items-center gap-x-1 gap-y-1">
        <Choose accept={accept} onFiles={uploads.add} trigger={trigger} />
        <span className="me-2 text-small text-ink-3 max-wide:hidden pointer-coarse:hidden">
          {over ? t('Let go to attach.') : t('or drop or paste them here')}
        </span>
        {more}
      </div>
      {below}
    </div>
  )
}

interface ChooseProps {
  accept: readonly string[]
  onFiles: (files: File[]) => void
  trigger: RefObject<HTMLButtonElement | null>
}

const look = buttonClass({ variant: 'quiet', size: 'small', children: true })

const Choose = ({ accept, onFiles, trigger }: ChooseProps) => (
  <>
    <FileTrigger acceptedFileTypes={accept} allowsMultiple onSelect={list => list && onFiles([...list])}>
      <AriaButton ref={trigger} className={look}>
        <Icon name="attach" size={14} />
        {t('Attach files')}
      </AriaButton>
    </FileTrigger>
    <span className="hidden pointer-coarse:inline-flex">
      <FileTrigger acceptedFileTypes={['image/*']} defaultCamera="environment" onSelect={list => list && onFiles([...list])}>
        <AriaButton className={look}>
          <Icon name="camera" size={14} />
          {t('Take a photo')}
        </AriaButton>
      </FileTrigger>
    </span>
  </>
)

/** Files that are dropped or pasted; text goes where it always goes. */
function useTaken(take: (files: File[]) => void) {
  const [over, setOver] = useState(false)
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave(event: DragEvent) {
        // Into something that lies inside is not away.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop(event: DragEvent) {
        setOver(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        take([...event.dataTransfer.files])
      },
      onPaste(event: ClipboardEvent) {
        const files = [...event.clipboardData.files]
        // A cell of a spreadsheet comes as text and as a picture of it: the text is meant.
        if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
        event.preventDefault()
        take(files)
      },
    },
  }
}
