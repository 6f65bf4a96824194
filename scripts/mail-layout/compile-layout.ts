import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import mjml2html from 'mjml'

const FOLDER = join(import.meta.dirname, '../../api/src/modules/templates/mail')

/** Where the compiled frame of all e-mails stands. */
export const LAYOUT_HTML = join(FOLDER, 'layout.html')

/** The frame of all e-mails, from MJML to the tables that mail programs read. No font is fetched; a mistake in it is an error. */
export async function compileLayout(): Promise<string> {
  const { html } = await mjml2html(readFileSync(join(FOLDER, 'layout.mjml'), 'utf8'), { fonts: {}, keepComments: false, validationLevel: 'strict' })
  return `${html.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')}\n`
}
