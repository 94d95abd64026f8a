import type { BlockList } from 'node:net'
import { definePort } from '../../kit/port.ts'

export interface WebhookSettings {
  /** Networks of the operator's own that webhooks may reach; null: none. */
  networks: BlockList | null
}

/** Where webhooks may go: the operator's settings. */
export const webhookSettings = definePort<() => WebhookSettings>('webhookSettings')
