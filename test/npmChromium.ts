// A Chromium that `npm ci` brought, for a machine that has none, nor the libraries and fonts that one needs.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const brought = join(root, 'node_modules/@sparticuz/chromium')

// The browser alone gets the libraries: PostgreSQL and Node, which inherit the environment of a test, have their own.
const launcher = `#!/bin/sh
here="\${0%/*}"
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`
// The fonts of the machine, where there are any, and the one of the package.
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** Where it stands, unpacked (the first time in a few seconds); undefined where the package does not run. */
export function npmChromium(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(brought)) return undefined
  const { version } = JSON.parse(readFileSync(join(brought, 'package.json'), 'utf8')) as { version: string }
  const home = join(root, '.cache', `chromium-${version}`)
  if (!existsSync(home)) unpack(home)
  return join(home, 'launch')
}

function unpack(home: string): void {
  // Beside its place and then moved: no one finds half of it, whoever else unpacks or is interrupted.
  const beside = `${home}.${process.pid}`
  mkdirSync(beside, { recursive: true })
  // The package unpacks into the temporary folder, and its libraries only where it takes the machine for Amazon's.
  const env = { ...process.env, TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  execFileSync(process.execPath, ['-e', script], { cwd: root, env, stdio: 'inherit' })
  writeFileSync(join(beside, 'launch'), launcher, { mode: 0o755 })
  writeFileSync(join(beside, 'fonts.conf'), fonts)
  try {
    renameSync(beside, home)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}
