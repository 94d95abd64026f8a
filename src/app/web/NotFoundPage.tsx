import { pathTo } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'

export function NotFoundPage() {
  return (
    <Page title={t('Not found')}>
      <Empty
        icon="search"
        title={t('There is nothing at this address')}
        action={<LinkButton href={pathTo('/')}>{t('Go to the start')}</LinkButton>}
      >
        {t('It may have been deleted, or it belongs to another organisation of yours.')}
      </Empty>
    </Page>
  )
}
