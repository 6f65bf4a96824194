import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileLayout, LAYOUT_HTML } from '../../scripts/mail-layout/compile-layout.ts'

test('the frame of e-mails is what layout.mjml compiles to (npm run mail:layout)', async () => {
  expect(readFileSync(LAYOUT_HTML, 'utf8')).toBe(await compileLayout())
})
