// Made by bin/i18n.ts from de.po.
import type { Messages } from '@lingui/core'

export const messages: Messages = {

} as never
