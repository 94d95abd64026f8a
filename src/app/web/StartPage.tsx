import { useSession } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { allowedNav } from './nav/allowedNav.ts'
import { Redirect } from '../../kit/web/Redirect.tsx'

/** `/` is each person's first place: My day for those who own alerts, else what they may read. */
export function StartPage() {
  const first = allowedNav(useSession())[0]
  if (first) return <Redirect href={first.href} />
  return (
    <Page title={t('Welcome')}>
      <Empty icon="lock" title={t('Nothing is open to you yet')}>
        {t('Ask an administrator of your organisation for a role.')}
      </Empty>
    </Page>
  )
}
