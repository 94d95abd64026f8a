import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../../../kit/i18n.ts'
import { onProblem } from '../../../kit/web/api.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'

/** A call that was refused because nobody is signed in any more makes the console look again who is. */
export function SessionEnded({ ended }: { ended: boolean }) {
  const queries = useQueryClient()
  const look = () => void queries.invalidateQueries({ queryKey: ['session'] })
  useEffect(
    () => onProblem(error => error.code === 'not_signed_in' && void queries.invalidateQueries({ queryKey: ['session'] })),
    [queries],
  )
  return (
    <Dialog
      open={ended}
      onClose={look}
      keepOpen
      title={t('Your session has ended')}
      actions={
        <>
          <Button variant="quiet" onPress={look}>
            {t('I am signed in again')}
          </Button>
          <LinkButton variant="main" href="/sign-in" target="_blank">
            {t('Sign in')}
          </LinkButton>
        </>
      }
    >
      {t('Sign in in a new tab, then go on here. What you typed on this page is kept.')}
    </Dialog>
  )
}
