import { pathTo } from '../../kit/paths.ts'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { t } from '../../kit/i18n.ts'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'

/** A page that broke: the rest of the console goes on. A chunk that a new version replaced is fetched by loading again. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const stale = /dynamically imported module|Importing a module/.test(String(error))
  return (
    <Page title={t('Something went wrong')}>
      <ErrorState
        error={error}
        retry={stale ? () => location.reload() : reset}
        instead={
          <TextLink href={pathTo('/')} className="text-small">
            {t('Go to the start')}
          </TextLink>
        }
      />
    </Page>
  )
}
