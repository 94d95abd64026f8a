import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { Button } from '../Button.tsx'

export interface DialogProps {
  open: boolean
  onClose: () => void
  /** A question or what is done: “Switch on “Recovery”?” */
  title: string
  children?: ReactNode
  /** The buttons, the main one last. Without them only a Close. */
  actions?: ReactNode
  wide?: boolean
  /** Something would be lost: neither Escape nor a click beside it closes. */
  keepOpen?: boolean
}

export function Dialog({ open, onClose, title, children, actions, wide, keepOpen }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={isOpen => !isOpen && onClose()}
      isDismissable={!keepOpen}
      isKeyboardDismissDisabled={keepOpen}
      className="fixed inset-0 z-(--z-dialog) grid grid-cols-[minmax(0,1fr)] place-items-center overflow-y-auto bg-scrim p-4"
    >
      <Modal className={cx('w-full rounded-lg bg-overlay shadow-dialog', wide ? 'max-w-[46rem]' : 'max-w-[30rem]')}>
        <AriaDialog className="flex max-h-[calc(100dvh-2rem)] flex-col p-6 outline-none">
          <Heading slot="title" className="text-title font-strong tracking-[-.012em]">
            {title}
          </Heading>
          <div className="-mx-6 min-h-0 overflow-y-auto px-6 pt-2 pb-1 text-ink-2 [&>form]:text-ink">{children}</div>
          <div className="mt-5 flex flex-wrap items-center justify-end gap-2">
            {actions ?? <Button onPress={onClose}>{t('Close')}</Button>}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
