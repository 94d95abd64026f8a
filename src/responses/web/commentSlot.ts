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

/** How what people wrote is shown where somebody reads it (comments stands below responses). Filled in app/web. */
export const commentSlot: {
  /** Whole, with what it was taken to say. */
  Comment: ComponentType<CommentProps> | undefined
  /** In a list: its beginning. */
  Line: ComponentType<CommentLineProps> | undefined
} = { Comment: undefined, Line: undefined }
