// What employees photographed on their way, drawn by us.

const wall = `<rect width="960" height="720" fill="#b9a794"/><g stroke="#a18d78" stroke-width="5">
  ${Array.from({ length: 10 }, (_, row) => `<path d="M0 ${row * 78}H960"/>`).join('')}
  ${Array.from({ length: 10 }, (_, row) => Array.from({ length: 6 }, (_, i) => `<path d="M${i * 190 + (row % 2) * 95} ${row * 78}v78"/>`).join('')).join('')}
  </g><rect width="960" height="720" fill="url(#dusk)"/>`

const picture = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">
  <defs>
    <radialGradient id="dusk"><stop offset=".4" stop-opacity="0"/><stop offset="1" stop-opacity=".45"/></radialGradient>
    <linearGradient id="steel" x2="0" y2="1"><stop stop-color="#e3e8ea"/><stop offset=".45" stop-color="#9aa7ad"/><stop offset="1" stop-color="#4f5b61"/></linearGradient>
    <linearGradient id="brass" x2="0" y2="1"><stop stop-color="#f1d58a"/><stop offset=".5" stop-color="#c09a3e"/><stop offset="1" stop-color="#7a5f1f"/></linearGradient>
  </defs>${wall}${inside}</svg>`

const tick = (i: number) => `<path d="M480 152v${i % 5 ? 18 : 36}" transform="rotate(${-135 + i * 9} 480 330)"/>`

/** A gauge on its pipe; the needle stands at 3.4 of 6. */
export const gauge = picture(`
  <rect x="430" y="500" width="100" height="220" fill="url(#steel)"/><rect x="412" y="480" width="136" height="56" rx="8" fill="url(#brass)"/>
  <circle cx="480" cy="330" r="212" fill="url(#steel)"/><circle cx="480" cy="330" r="188" fill="#f7f7f2"/>
  <path d="M338 472A200 200 0 0 1 280 330" fill="none" stroke="#c0392b" stroke-width="14" transform="translate(24 -12)"/>
  <g stroke="#222" stroke-width="5">${Array.from({ length: 31 }, (_, i) => tick(i)).join('')}</g>
  <path d="M480 330l-9 50h18zM472 330l8-160 8 160z" fill="#b3261e" transform="rotate(18 480 330)"/><circle cx="480" cy="330" r="16" fill="#333"/>`)

/** A pipe with a new joint. */
export const joint = picture(`
  <rect y="300" width="960" height="130" fill="url(#steel)"/>
  <rect x="350" y="270" width="260" height="190" rx="14" fill="url(#brass)"/>
  ${[380, 580].map(x => `<rect x="${x - 26}" y="252" width="52" height="226" rx="8" fill="url(#brass)" stroke="#6b531b" stroke-width="4"/>`).join('')}
  ${[420, 480, 540].map(x => `<circle cx="${x}" cy="365" r="17" fill="#8a6d26" stroke="#5d4816" stroke-width="5"/>`).join('')}
  <path d="M0 560q240-50 480 0t480-10v170H0z" fill="#6d5a44"/>`)
