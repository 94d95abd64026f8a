import { ProgressBar } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { bytes, percent } from '../../../words.ts'
import type { Upload } from '../../uploads.ts'
import { Button } from '../Button.tsx'
import { FileMark } from './FileMark.tsx'
import { Sign } from '../Sign.tsx'

export interface PickedFileProps {
  upload: Upload
  onRemove: () => void
  onAgain: () => void
}

/** One chosen file: what it is, how far it is or what is wrong with it, and how to be rid of it. */
export function PickedFile({ upload, onRemove, onAgain }: PickedFileProps) {
  const { file, state, preview, error, retry } = upload
  const { name } = file
  return (
    <li className="flex min-w-0 items-center gap-2.5 rounded-md border border-line py-1 ps-1 pe-1">
      <FileMark picture={preview} small />
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-baseline gap-2">
          <bdi className="min-w-0 truncate">{name}</bdi>
          <span className="flex-none text-small text-ink-3">{bytes(file.size)}</span>
        </p>
        {state === 'sending' && <Way upload={upload} />}
        {state === 'failed' && (
          <p role="alert" className="flex items-start gap-1.5 text-small text-bad">
            <span className="mt-0.5">
              <Sign kind="late" />
            </span>
            {error}
          </p>
        )}
      </div>
      {state === 'failed' && retry && (
        <Button size="small" onPress={onAgain}>
          {t('Try again')}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        icon="close"
        label={state === 'sending' ? t('Stop {name}', { name }) : t('Remove {name}', { name })}
        onPress={onRemove}
      />
    </li>
  )
}

const Way = ({ upload: { file, share } }: { upload: Upload }) => (
  <ProgressBar aria-label={file.name} value={share} maxValue={1} valueLabel={percent(share)} className="flex items-center gap-2">
    <span className="h-1 flex-1 overflow-hidden rounded-sm bg-hover">
      <span className="block h-full bg-accent transition-[width] duration-(--calm)" style={{ width: `${share * 100}%` }} />
    </span>
    <span className="w-10 text-end text-small text-ink-3">{percent(share)}</span>
  </ProgressBar>
)
