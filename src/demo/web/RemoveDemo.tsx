import { useMutation } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { demo } from './client.ts'

const options = { timeout: 300_000 }

/** One click, and it is gone: nothing in it is anybody's. */
export function RemoveDemo({ to }: { to: string }) {
  const remove = useMutation({
    mutationFn: () => demo.removeDemo({}, options),
    onSuccess: () => location.assign(to),
  })
  return (
    <Button size="small" busy={(remove.isPending || remove.isSuccess) && t('Removing the demo')} onPress={() => remove.mutate()}>
      {t('Remove the demo')}
    </Button>
  )
}
