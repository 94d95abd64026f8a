import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Args, Result } from '../../../kit/contract.ts'
import { t } from '../../../kit/i18n.ts'
import { toast } from '../../../kit/web/toasts.ts'
import type { settingsContract } from '../../settingsContract.ts'
import { settings } from '../client.ts'
import { useMay } from '../session.ts'

export type Org = Result<typeof settingsContract.org>
export type OrgChange = Args<typeof settingsContract.changeOrg>['body']

/** Saves a part of the organisation's settings, and says why it cannot be saved. */
export function useChangeOrg() {
  const queries = useQueryClient()
  const may = useMay('org.manage')
  const change = useMutation({
    meta: { quiet: true },
    mutationFn: (body: OrgChange) => settings.changeOrg({ body }),
    onSuccess: async () => {
      toast(t('Saved'))
      await queries.invalidateQueries({ queryKey: ['org'] })
      await queries.invalidateQueries({ queryKey: ['session'] })
    },
  })
  return { ...change, whyNot: !may && t('Only administrators change this.') }
}
