import { useEffect, useState } from 'react'
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as Content,
  UNSTABLE_ToastRegion as Region,
} from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { Icon } from '../Icon.tsx'
import { Sign } from '../Sign.tsx'
import { type ToastContent, toasts } from '../../toasts.ts'

/** Where toasts appear; stands once, in the shell. F6 leads there. */
export function Toasts() {
  return (
    <Region
      queue={toasts}
      className="fixed inset-x-4 bottom-4 z-(--z-toast) flex flex-col items-center gap-2 outline-none max-wide:bottom-20 pointer-events-none"
    >
      {({ toast }) => (
        <Toast
          toast={toast}
          className="pointer-events-auto flex max-w-full items-center gap-3 rounded-lg bg-ink py-2 ps-3.5 pe-2 text-page shadow-popover outline-none data-focus-visible:outline-2"
        >
          {toast.content.failed && <Sign kind="late" />}
          <Content className="flex min-w-0 flex-1 flex-col">
            <Text slot="title">{toast.content.text}</Text>
            {toast.content.detail && (
              <Text slot="description" className="text-small opacity-85">
                {toast.content.detail}
              </Text>
            )}
          </Content>
          {toast.content.action && <Undo {...toast.content} action={toast.content.action} />}
          <Button
            slot="close"
            aria-label={t('Close')}
            className="grid size-7 place-items-center rounded-md outline-[var(--page)] pointer-coarse:size-10"
          >
            <Icon name="close" />
          </Button>
        </Toast>
      )}
    </Region>
  )
}

function Undo({ action, seconds = 10 }: { action: NonNullable<ToastContent['action']>; seconds?: number }) {
  const [rest, setRest] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setRest(n => Math.max(0, n - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <Button
      onPress={action.run}
      className="h-7 rounded-md px-2 font-strong whitespace-nowrap underline underline-offset-3 outline-[var(--page)] pointer-coarse:h-10"
    >
      {action.label || t('Undo')}
      <span aria-hidden="true"> · {t('{rest} s', { rest })}</span>
    </Button>
  )
}
