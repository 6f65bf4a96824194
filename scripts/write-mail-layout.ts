import { writeFileSync } from 'node:fs'
import { compileLayout, LAYOUT_HTML } from './mail-layout/compile-layout.ts'

// npm run mail:layout   compiles the frame of all e-mails after a change of layout.mjml
writeFileSync(LAYOUT_HTML, await compileLayout())
