import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { bytes } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { FileMark } from '../../kit/web/ui/form/FileMark.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { FileItem } from '../contract.ts'
import { endingOf, shownAs } from '../fileKind.ts'
import { files } from './client.ts'
import { FileViewer } from './FileViewer.tsx'

export interface FileListProps<F extends FileItem> {
  /** “Evidence” */
  label: string
  items: readonly F[]
  /** Whether it may be taken away, and how. */
  mayRemove: (item: F) => boolean
  onRemove: (item: F) => void
}

/** Files that belong to something: pictures open on the page, sounds play there, everything else is downloaded. */
export const FileList = <F extends FileItem>({ label, items, mayRemove, onRemove }: FileListProps<F>) => (
  <ul aria-label={label} className="mt-1.5 grid gap-1.5">
    {items.map(item => (
      <Row key={item.id} item={item} onRemove={mayRemove(item) ? () => onRemove(item) : undefined} />
    ))}
  </ul>
)

const urlOf = ({ id }: FileItem) => files.downloadFile.url({ params: { id } })

function Row({ item, onRemove }: { item: FileItem; onRemove: (() => void) | undefined }) {
  const [open, setOpen] = useState(false)
  const shown = shownAs(item.type)
  const picture = item.thumbnail ? files.fileThumbnail.url({ params: { id: item.id } }) : undefined
  return (
    <li className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3">
      <FileMark picture={picture} icon={shown === 'sound' ? 'sound' : 'file'} />
      <div className="min-w-0">
        {shown === 'picture' ? (
          <TextLink look="open" className="block max-w-full cursor-pointer truncate" onPress={() => setOpen(true)}>
            <bdi>{item.name}</bdi>
          </TextLink>
        ) : (
          <TextLink look="open" className="block max-w-full truncate" href={urlOf(item)} download>
            <bdi>{item.name}</bdi>
          </TextLink>
        )}
        <span className="text-ink-3">{[endingOf(item.name).toUpperCase(), bytes(item.size)].filter(Boolean).join(' · ')}</span>
      </div>
      <Menu
        label={t('What to do with {name}', { name: item.name })}
        entries={[
          { id: 'download', label: t('Download'), icon: 'download', onAction: () => download(item) },
          onRemove && { id: 'remove', label: t('Take away'), icon: 'trash', danger: true, onAction: onRemove },
        ]}
      >
        <Button size="small" variant="quiet" icon="more" label={t('More about {name}', { name: item.name })} />
      </Menu>
      {shown === 'sound' && (
        // biome-ignore lint/a11y/useMediaCaption: what was said stands in the note beside it
        <audio
          controls
          preload="none"
          src={urlOf(item)}
          aria-label={item.name}
          className="col-span-full mt-1.5 h-10 w-full max-w-96"
        />
      )}
      {open && <FileViewer item={item} url={urlOf(item)} onDownload={() => download(item)} onClose={() => setOpen(false)} />}
    </li>
  )
}

const download = (item: FileItem) =>
  Object.assign(document.createElement('a'), { href: urlOf(item), download: item.name }).click()
