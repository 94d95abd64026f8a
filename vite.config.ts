import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { callsOnly } from './bin/callsOnly.ts'

const server = process.env.FULLCIRCLE_DEV_SERVER ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [callsOnly(), react(), tailwindcss(), { ...optimizeLocales.vite({ locales: ['en-GB', 'en-US', 'de-DE', 'ar-AE'] }), enforce: 'pre' }],
  publicDir: 'src/app/web/public',
  server: { port: 5173, proxy: Object.fromEntries(['/api', '/f/', '/help', '/calendar', '/files', '/logos'].map(path => [path, { target: server }])) },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The console runs under a strict content security policy: nothing inline, no data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
