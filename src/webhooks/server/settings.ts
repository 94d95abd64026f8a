import type { BlockList } from 'node:net'
import { definePort } from '../../kit/port.ts'

export interface WebhookSettings {
  /** Networks of the operator's own that webhooks may reach; null: none. */
  networks: BlockList | null
}

export const webhookSettings = definePort<() => WebhookSettings>('webhookSettings')
