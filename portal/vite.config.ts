import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// What the pages behind the sign-in share travels as one file: a dozen small ones would each cost a round trip.
const INNER_PAGES = /portal\/src\/(ui\/(amount|brand-scope|chips|creditor|disclosure|late|option|summary|term)|lib\/(brand|plan|trade))|shared\/src\/(money|time|br\/cnpj)/

const API = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), preloadFont(), precompress()],
  server: { proxy: { '/v1': API } },
  // No data: URLs and no inline polyfill, so that a strict Content-Security-Policy holds.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'vendor', test: /node_modules/ }, { name: 'inner', test: INNER_PAGES }] } } },
  },
})

/** The font is named in the page itself, so that it travels beside the styles and not after them. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' }, injectTo: 'head' as const })),
    },
  }
}

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
