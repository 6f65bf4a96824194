import type { PolicyCondition, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { covers, differOnlyIn, excludes, firstGap, least, most, RANGES, type RangeName } from './conditions.ts'
import { invalid, type PolicyBreach } from '../types.ts'

/** Which rules reach no debt, and which debts fall through a hole between rules. */
export function checkPolicyReach(rules: readonly PolicyRule[], audience: PolicyCondition | undefined): PolicyBreach[] {
  const pointed = rules.flatMap(({ when }, i) => [...order(when, `/rules/${i}/when`), ...unreachable(rules, i), ...outsideAudience(when, audience, `/rules/${i}`)])
  return [...(audience ? order(audience, '/audience') : []), ...pointed, ...holes(rules)]
}

function order(when: PolicyCondition, pointer: string): PolicyBreach[] {
  return RANGES.filter((name) => least(when[name]) > most(when[name])).map((name) =>
    invalid(`${pointer}/${name}`, 'range-order', 'O mínimo é maior que o máximo.', most(when[name]), least(when[name])))
}

function unreachable(rules: readonly PolicyRule[], i: number): PolicyBreach[] {
  const when = rules[i]?.when ?? {}
  const earlier = rules.slice(0, i).map((rule) => rule.when)
  const cover = earlier.findIndex((each) => covers(each, when))
  if (cover >= 0) return [invalid(`/rules/${i}`, 'unreachable', `Esta regra nunca vale: a regra ${cover + 1}, que vem antes, já alcança as mesmas dívidas.`)]
  if (RANGES.some((name) => isCoveredTogether(name, earlier, when)) || isEitherWay(earlier, when)) {
    return [invalid(`/rules/${i}`, 'unreachable', 'Esta regra nunca vale: as regras que vêm antes, juntas, já alcançam as mesmas dívidas.')]
  }
  return []
}

function isCoveredTogether(name: RangeName, earlier: readonly PolicyCondition[], when: PolicyCondition): boolean {
  const rivals = earlier.filter((each) => covers(each, when, name))
  return rivals.length > 0 && least(when[name]) <= most(when[name]) && firstGap(when[name], rivals.map((each) => each[name])) === null
}

function isEitherWay(earlier: readonly PolicyCondition[], when: PolicyCondition): boolean {
  const rivals = earlier.filter((each) => covers(each, when, 'hasBrokenAgreement'))
  return [true, false].every((broken) => rivals.some((each) => each.hasBrokenAgreement === broken))
}

function outsideAudience(when: PolicyCondition, audience: PolicyCondition | undefined, pointer: string): PolicyBreach[] {
  if (!audience || !excludes(when, audience)) return []
  return [invalid(pointer, 'outside-audience', 'Esta regra nunca vale: nenhuma dívida do público da política cumpre as condições dela.')]
}

// A hole lies between rules that differ in one range alone. Below the first and above the last the policy just ends.
function holes(rules: readonly PolicyRule[]): PolicyBreach[] {
  return rules.flatMap((rule, i) => RANGES.flatMap((name) => holeAfter(rules, i, name, rule.when)))
}

function holeAfter(rules: readonly PolicyRule[], i: number, name: RangeName, when: PolicyCondition): PolicyBreach[] {
  const next = nextOfItsKind(rules, i, name)
  if (!next || when[name]?.max === undefined) return []
  const between = { min: when[name].max + 1, max: least(next.when[name]) - 1 }
  if (between.min > between.max) return []
  const reaching = rules.map((rule) => rule.when).filter((each) => covers(each, { ...when, [name]: between }, name))
  const gap = firstGap(between, reaching.map((each) => each[name]))
  if (!gap) return []
  const message = `Entre as regras ${i + 1} e ${next.place + 1} ${IN_WORDS[name](gap.min, gap.max)} nenhuma regra alcança a dívida.`
  return [invalid(`/rules/${next.place}/when/${name}`, 'hole', message, gap.min, gap.max)]
}

const IN_WORDS: Record<RangeName, (min: number, max: number) => string> = {
  overdueDays: (min, max) => (min === max ? `há um buraco: com ${min} dias de atraso` : `há um buraco: de ${min} a ${max} dias de atraso`),
  balanceCents: (min, max) => `há um buraco: de ${formatBrl(min)} a ${formatBrl(max)}`,
  debtCount: (min, max) => (min === max ? `há um buraco: com ${min} dívidas` : `há um buraco: de ${min} a ${max} dívidas`),
}

// The rule of the same kind whose range begins next above this one's end.
function nextOfItsKind(rules: readonly PolicyRule[], i: number, name: RangeName): { when: PolicyCondition; place: number } | null {
  const own = rules[i]?.when ?? {}
  const others = rules.flatMap(({ when }, place) => (place !== i && differOnlyIn(name, own, when) && least(when[name]) > most(own[name]) ? [{ when, place }] : []))
  const [nearest] = others.sort((a, b) => least(a.when[name]) - least(b.when[name]))
  return nearest ?? null
}
