import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { Button } from '../Button.tsx'

export interface SheetProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  actions?: ReactNode
  /** `end`: along the side, the page stays in view. `bottom`: what the phone's More opens. */
  side?: 'end' | 'bottom'
}

/** Details of one thing beside its list; on a phone it covers the page. */
export function Sheet({ open, onClose, title, children, actions, side = 'end' }: SheetProps) {
  const place = side === 'end' ? 'inset-y-0 end-0 w-full max-w-[32rem]' : 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg'
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={isOpen => !isOpen && onClose()}
      isDismissable
      className="fixed inset-0 z-(--z-dialog) bg-scrim"
    >
      <Modal className={cx('fixed flex flex-col bg-overlay shadow-dialog', place)}>
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-center gap-3 border-b border-line px-5 py-2.5">
            <Heading slot="title" className="min-w-0 flex-1 truncate text-read font-strong">
              {title}
            </Heading>
            <Button variant="quiet" icon="close" label={t('Close')} onPress={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
          {actions && <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
