// Made by bin/i18n.ts from ar.po.
import type { Messages } from '@lingui/core'

export const messages: Messages = {

} as never
