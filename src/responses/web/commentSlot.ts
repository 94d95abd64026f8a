import { defineSlot } from '../../kit/port.ts'
import type { ComponentType } from 'react'

export interface CommentProps {
  responseId: string
  question: string
  text: string
  lang?: string | undefined
}

export interface CommentLineProps {
  text: string
  lang?: string | undefined
  lines: 1 | 2 | 3
}

export interface CommentViews {
  /** Whole, with what it was taken to say. */
  Comment: ComponentType<CommentProps>
  /** In a list: its beginning. */
  Line: ComponentType<CommentLineProps>
}

/** How what people wrote is shown where somebody reads it (comments stands below responses). */
export const commentSlot = defineSlot<CommentViews>('commentSlot')
