import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { SettingsPage } from '../../accounts/web/SettingsPage.tsx'
import { t } from '../../kit/i18n.ts'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { demo } from './client.ts'
import { RemoveDemo } from './RemoveDemo.tsx'

/** For whoever runs the installation: add the demo organisation beside the real ones, or take it away. */
export function DemoPage() {
  const state = useQuery(demo.demoState.query())
  return (
    <SettingsPage title={t('Demo')}>
      <p className="mb-4 max-w-measure text-ink-2">
        {t(
          'A made-up water company to look around in and to show to colleagues. It lies beside your own organisation and touches nothing of it; its mail is never sent.',
        )}
      </p>
      <Load query={state} skeleton={<Skeleton rows={2} />}>
        {({ exists, mayExplore, mayRemove }) => (
          <div className="flex flex-wrap items-center gap-3">
            {mayExplore && (
              <LinkButton variant="main" href={pathTo('/demo')}>
                {exists ? t('Explore the demo organisation') : t('Add the demo organisation')}
              </LinkButton>
            )}
            {mayRemove && <RemoveDemo to="/" />}
          </div>
        )}
      </Load>
    </SettingsPage>
  )
}
