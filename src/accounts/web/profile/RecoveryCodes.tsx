import { outside } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'

/** Shown this once: without the phone, each of these opens the door one time. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\n'))}`
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen
      title={t('Keep these recovery codes')}
      actions={
        <>
          <LinkButton href={outside(file)} download="fullcircle-recovery-codes.txt" icon="download">
            {t('Save as a file')}
          </LinkButton>
          <Button variant="main" onPress={onClose}>
            {t('I have kept them')}
          </Button>
        </>
      }
    >
      <p className="mb-3">{t('If your phone is lost, each of them signs you in once. We show them only now.')}</p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-ink max-wide:grid-cols-1">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  )
}
