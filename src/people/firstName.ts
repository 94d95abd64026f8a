/**
 * What to greet somebody by. “Whitlock, Dana” is how directories write a name, and is greeted as Dana; a name of one word may be a
 * surname, and is better than nothing. '' where there is no name.
 */
export function firstName(name: string | null | undefined): string {
  const [before, after] = (name ?? '').split(',').map(part => part.trim())
  return (after || before || '').split(/\s+/)[0] ?? ''
}
