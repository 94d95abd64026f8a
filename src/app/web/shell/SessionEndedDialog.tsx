import { pathTo } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'

/** Lets somebody sign in beside their work; nothing of it is taken from the screen. */
export const SessionEndedDialog = ({ look }: { look: () => void }) => (
  <Dialog
    open
    onClose={look}
    keepOpen
    title={t('Your session has ended')}
    actions={
      <>
        <Button variant="quiet" onPress={look}>
          {t('I am signed in again')}
        </Button>
        <LinkButton variant="main" href={pathTo('/sign-in')} target="_blank">
          {t('Sign in')}
        </LinkButton>
      </>
    }
  >
    {t('Sign in in a new tab, then go on here. What you typed on this page is kept.')}
  </Dialog>
)
