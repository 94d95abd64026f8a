import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { demo } from './client.ts'
import { RemoveDemo } from './RemoveDemo.tsx'
import { ToWatch } from './ToWatch.tsx'

/** That this is the demo organisation, and the ways out. */
export function DemoBar() {
  const { data } = useQuery(demo.demoState.query())
  return (
    <div
      role="note"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-accent-tint px-8 py-2 text-small max-wide:px-4"
    >
      <p className="min-w-0 flex-1 basis-64">
        {t('You are in the demo organisation: all is made up, nothing is mailed, promises count in minutes.')}
      </p>
      <span className="flex flex-wrap items-center gap-2">
        <ToWatch />
        {data?.mayRemove && <RemoveDemo to={data.setUpNeeded ? pathTo('/welcome') : '/'} />}
        {data?.setUpNeeded && (
          <LinkButton size="small" href={pathTo('/welcome')}>
            {t('Create your own')}
          </LinkButton>
        )}
      </span>
    </div>
  )
}
