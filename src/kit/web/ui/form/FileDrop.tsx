import { Button, DropZone, FileTrigger, Text } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { bytes } from '../../../words.ts'
import { buttonClass } from '../Button.tsx'
import { Icon } from '../Icon.tsx'

export interface FileDropProps {
  /** “A CSV file with units” */
  label: string
  /** Media types or endings: ['text/csv', '.csv']. */
  accept?: readonly string[]
  many?: boolean
  /** What has been chosen already. */
  files?: readonly { name: string; size: number }[]
  onFiles: (files: File[]) => void
  error?: string | null
}

export function FileDrop({ label, accept, many, files = [], onFiles, error }: FileDropProps) {
  return (
    <DropZone
      aria-label={label}
      onDrop={async event =>
        onFiles(await Promise.all(event.items.filter(item => item.kind === 'file').map(item => item.getFile())))
      }
      className="flex flex-col items-center gap-3 rounded-md border border-dashed border-control bg-sunken px-4 py-6 text-center data-drop-target:border-accent data-drop-target:bg-selected"
    >
      <Icon name="upload" size={20} className="text-ink-3" />
      <Text slot="label">{label}</Text>
      {files.map(file => (
        <b key={file.name}>
          {file.name} <span className="font-regular text-ink-3">{bytes(file.size)}</span>
        </b>
      ))}
      <FileTrigger acceptedFileTypes={accept} allowsMultiple={many} onSelect={list => list && onFiles([...list])}>
        <Button className={buttonClass({})}>{files.length ? t('Choose another file') : t('Choose a file')}</Button>
      </FileTrigger>
      {error ? (
        <span role="alert" className="text-small text-bad">
          {error}
        </span>
      ) : (
        <span className="text-small text-ink-3 pointer-coarse:hidden">{t('or drop it here')}</span>
      )}
    </DropZone>
  )
}
