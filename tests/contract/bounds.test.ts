import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { operationsOf, schemasIn, type Document, type Operation, type Schema } from './document.ts'

const { http } = await startApp()
const document = (await http.get('/openapi.json').expect(200)).body as Document
const inputs = operationsOf(document).flatMap(inputsOf)

interface Input {
  place: string
  schema: Schema
}

function inputsOf({ method, path, parameters = [], requestBody }: Operation): Input[] {
  const bodies = Object.entries(requestBody?.content ?? {}).map(([media, { schema }]) => ({ place: `${method} ${path} ${media} `, schema }))
  return [...parameters.map(({ name, schema }) => ({ place: `${method} ${path} ?${name}`, schema })), ...bodies]
}

function offenders(isWrong: (schema: Schema, place: string) => boolean): string[] {
  return inputs.flatMap(({ schema, place }) => [...schemasIn(schema, place)]).filter((one) => isWrong(one.schema, one.place)).map(({ place }) => place)
}

test('every text that comes in has a longest length', () => {
  expect(offenders(({ type, maxLength, enum: words, const: word }) => type === 'string' && maxLength === undefined && words === undefined && word === undefined)).toEqual([])
})

test('every number that comes in is an integer between two bounds', () => {
  expect(offenders(({ type }) => type === 'number')).toEqual([])
  expect(offenders(({ type, minimum, maximum }) => type === 'integer' && (minimum === undefined || maximum === undefined))).toEqual([])
})

test('every list that comes in has a most of items', () => {
  expect(offenders(({ type, maxItems }) => type === 'array' && maxItems === undefined)).toEqual([])
})

test('every body takes no field but its own', () => {
  // RFC 6749, section 3.2: a token endpoint ignores parameters that it does not know.
  const isToken = (place: string) => place.startsWith('POST /v1/oauth/token ')
  // One of several bodies is judged by each of them.
  expect(offenders(({ type, additionalProperties, discriminator }, place) => type === 'object' && additionalProperties !== false && discriminator === undefined && !isToken(place))).toEqual([])
})

// A mail program takes the way out by its address alone (RFC 8058): it opens nothing but that.
const WAY_OUT = '/v1/unsubscriptions/{token}'

test('no address has room for a CPF', () => {
  const names = operationsOf(document).filter(({ path }) => path !== WAY_OUT).flatMap(({ path, parameters = [] }) => [path, ...parameters.filter((one) => one.in !== 'header').map(({ name }) => name)])
  expect(names.filter((name) => /cpf|cnpj|email|phone|token/i.test(name.replace('/oauth/token', '').replace('hub.verify_token', '')))).toEqual([])
})

test('money is named in cents and rates in basis points, in and out', () => {
  const answers = operationsOf(document).flatMap(({ method, path, responses }) =>
    Object.entries(responses).flatMap(([status, { content = {} }]) => Object.values(content).map(({ schema }) => ({ place: `${method} ${path} ${status} `, schema }))))
  const all = [...inputs, ...answers].flatMap(({ schema, place }) => [...schemasIn(schema, place)])
  const floats = all.filter(({ schema, place }) => schema.type === 'number' || (/(Cents|Bps)$/.test(place) && schema.type === 'string'))
  expect(floats.map(({ place }) => place)).toEqual([])
})
