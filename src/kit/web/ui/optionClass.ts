// Apart from the lists that use them: whoever only looks like one need not load them.
export const popoverClass = 'rounded-lg bg-overlay p-1 shadow-popover outline-none z-(--z-popover)'

export const itemClass =
  'flex min-h-8 pointer-coarse:min-h-11 items-center gap-2.5 rounded-md px-2 py-1 text-ink outline-none cursor-pointer data-focused:bg-selected data-hovered:bg-hover data-focused:data-hovered:bg-selected data-disabled:cursor-default data-disabled:text-ink-3 data-disabled:bg-transparent'
