// @words everybody
import { pathTo } from '../../kit/paths.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { FailedEndpoint } from '../../webhooks/server/endpointFailed.ts'
import { administrators } from './administrators.ts'
import { notify } from './notify.ts'

/** Tells the administrators that a webhook was switched off, and why. */
export async function tellOfFailedWebhook(tx: Tx, { id, name, gone }: FailedEndpoint): Promise<void> {
  for (const userId of await administrators(tx))
    await notify(tx, {
      userId,
      kind: 'trouble',
      text: t => t('The webhook “{name}” is switched off', { name }),
      detail: t =>
        gone
          ? t('Its receiver replied that it wants nothing more (410).')
          : t('It took nothing for four days. When it works again, switch it on.'),
      href: pathTo('/settings/webhooks/$id', { id }),
      key: `webhook ${id} ${tx.now.toISOString()}`,
    })
}
