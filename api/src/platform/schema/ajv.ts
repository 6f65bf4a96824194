import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** Ajv with the formats of the contract; 31 February is not a date. */
export function createAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ coerceTypes, removeAdditional: false, useDefaults: true, allErrors: true, strict: false, discriminator: true })
  addFormats.default(ajv)
  return ajv
}
