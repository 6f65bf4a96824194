import type { ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { checkServiceRule } from '../../core/legal/check-service-rule.ts'
import { checkWords } from '../../core/messages/lint/check-words.ts'

/** The template that carries the sentences: what it may name, they may. */
const TEMPLATE = 'service-limited'

/** What is wrong with a set of rules: a name twice, a number outside the law, words that threaten, shame or hurry. */
export function checkServiceRules(rules: readonly ServiceRule[]): FieldError[] {
  return rules.flatMap((rule, i) => {
    const isTwin = rules.findIndex(({ name }) => name === rule.name) < i
    const findings = [
      ...(isTwin ? [{ pointer: '/name', code: 'name_twice', message: 'Cada regra tem um nome só seu.' }] : []),
      ...checkServiceRule(rule),
      ...lint(rule),
    ]
    return findings.map((finding) => ({ ...finding, pointer: `/rules/${i}${finding.pointer}` }))
  })
}

// The sentences stand in the body of an e-mail and behind the sign-in: nothing of them is seen by others.
function lint({ limits, comesBack }: ServiceRule): FieldError[] {
  const fields = Object.entries({ limits, comesBack }).map(([name, text]) => ({ channel: 'email' as const, pointer: `/${name}`, text, exposed: 0 }))
  return checkWords(TEMPLATE, fields, new Set()).map(({ pointer, rule, excerpt, instead }) => ({ pointer, code: rule.replaceAll('-', '_'), message: `“${excerpt}”: ${instead}` }))
}
