import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import type { PolicyOverrides, PolicyItem } from '../../../sla/contract.ts'
import { sla } from '../../../sla/web/client.ts'

/** What was tried becomes what is promised, from now on. */
export function SaveTerms({ policy, terms }: { policy: PolicyItem; terms: PolicyOverrides }) {
  const queries = useQueryClient()
  const may = useMay('rules.write')
  const save = useMutation({
    mutationFn: () => sla.changePolicy({ params: { id: policy.id }, body: terms }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['policies', '/policies'] })
      toast(t('Saved. It holds from now on.'))
    },
  })
  const why = may
    ? Object.keys(terms).length === 0 && t('Nothing is otherwise than in the policy.')
    : t('Only those who may write rules change promises.')
  return (
    <Button busy={save.isPending} disabledReason={why} onPress={() => save.mutate()}>
      {t('Save to the policy')}
    </Button>
  )
}
