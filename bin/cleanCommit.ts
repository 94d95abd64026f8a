import { spawnSync } from 'node:child_process'

/** The commit that is tested, when nothing but it is tested: undefined beside a change that is not committed, or outside of git. */
export function cleanCommit(): string | undefined {
  return git('status', '--porcelain') === '' ? git('rev-parse', 'HEAD') : undefined
}

function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}
