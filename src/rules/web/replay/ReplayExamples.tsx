import { useQueries } from '@tanstack/react-query'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { reading } from '../../../responses/web/client.ts'
import { ResponseLine } from '../../../responses/web/ResponseLine.tsx'

/** The newest answers that would have raised an alert, for who may read answers. */
export function ReplayExamples({ ids }: { ids: readonly string[] }) {
  const may = useMay('responses.read')
  const found = useQueries({
    queries: ids.map(id => ({
      ...reading.getResponse.query({ params: { id } }),
      enabled: may,
      staleTime: 300_000,
      retry: false,
    })),
  })
  // One that was removed since, or that this colleague may not see, is left out.
  const rows = found.flatMap(({ data }) => data ?? [])
  if (rows.length === 0) return null
  return (
    <div>
      <h3 className="font-strong">{t('The newest it would have caught')}</h3>
      <ul className="divide-y divide-line">
        {rows.map(row => (
          <li key={row.id}>
            <ResponseLine row={row} />
          </li>
        ))}
      </ul>
    </div>
  )
}
