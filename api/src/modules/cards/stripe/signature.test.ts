import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSigned } from './signature.ts'

const SECRET = 'whsec_exemplo'
const now = new Date('2026-11-21T15:00:00Z')
const seconds = now.getTime() / 1_000
const body = '{"id":"evt_1"}'
const mac = (time: number, text = body, secret = SECRET) => createHmac('sha256', secret).update(`${time}.${text}`).digest('hex')
const signed = (signature: string, text = body) => isSigned({ bytes: Buffer.from(text), signature, now }, SECRET)

test.each([
  ['signed now', `t=${seconds},v1=${mac(seconds)}`, true],
  ['one of two secrets', `t=${seconds},v1=${mac(seconds, body, 'whsec_former')},v1=${mac(seconds)}`, true],
  ['with an older scheme beside it', `t=${seconds},v1=${mac(seconds)},v0=${mac(1)}`, true],
  ['five minutes old', `t=${seconds - 300},v1=${mac(seconds - 300)}`, true],
  ['older', `t=${seconds - 301},v1=${mac(seconds - 301)}`, false],
  ['of the future', `t=${seconds + 301},v1=${mac(seconds + 301)}`, false],
  ['another time than was signed', `t=${seconds},v1=${mac(seconds - 1)}`, false],
  ['another secret', `t=${seconds},v1=${mac(seconds, body, 'whsec_other')}`, false],
  ['an older scheme alone', `t=${seconds},v0=${mac(seconds)}`, false],
  ['no time', `v1=${mac(seconds)}`, false],
  ['nothing', '', false],
  ['rubbish', 't=1e3,v1=zz,=,,', false],
])('%s', (_name, signature, is) => expect(signed(signature)).toBe(is))

test('another body is not signed', () => expect(signed(`t=${seconds},v1=${mac(seconds)}`, `${body} `)).toBe(false))
