import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const API = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), precompress()],
  server: { proxy: { '/v1': API } },
  // No data: URLs and no inline polyfill, so that a strict Content-Security-Policy holds.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})

/** Writes `.br` and `.gz` beside each text file of the build, so that the server never compresses at request time. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(html|js|css|svg|webmanifest)$/.test(file)) continue
        const bytes = readFileSync(join(dir, file))
        writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes))
        writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes))
      }
    },
  }
}
