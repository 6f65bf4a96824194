import { err, ok, type Result } from '../result.ts'
import { buildOffers } from '../offers/build-offers.ts'
import type { OfferRefusal, OfferRequest, Offers } from '../offers/types.ts'
import type { Standing } from './weigh-wish.ts'

/**
 * What stands for everybody: the sheet as it is, and with the down payment that the person has. Where that is so large that a
 * count's installments fall below its least, the count stands with the largest down payment that still allows it: who can
 * put more down is offered no less.
 */
export function standingOptions(request: OfferRequest, downPaymentCents: bigint | undefined): Result<Standing[], OfferRefusal> {
  const usual = buildOffers(request)
  if (!usual.ok) return usual
  const standing = asStanding(usual.value, undefined)
  if (downPaymentCents === undefined) return ok(standing)
  const asked = buildOffers({ ...request, downPaymentCents })
  if (!asked.ok) return asked.error.code === 'no_offer' ? ok(standing) : err(asked.error)
  const smaller = new Set(tooSmall(asked.value).map((count) => largestDown(request, count, downPaymentCents)))
  const others = [...smaller].flatMap((down) => (down === null ? [] : withDown(request, down)))
  return ok([...standing, ...asStanding(asked.value, downPaymentCents), ...others])
}

function asStanding({ options }: Offers, askedDownCents: bigint | undefined): Standing[] {
  return options.map((option) => ({ option, askedDownCents }))
}

function withDown(request: OfferRequest, downPaymentCents: bigint): Standing[] {
  const built = buildOffers({ ...request, downPaymentCents })
  return built.ok ? asStanding(built.value, downPaymentCents) : []
}

function tooSmall({ unavailable }: Offers): number[] {
  return unavailable.filter(({ reason }) => reason === 'installment_too_small').map(({ count }) => count)
}

// The more is put down, the smaller the installments: halved until one cent is left. Null where no down payment allows the count.
function largestDown(request: OfferRequest, count: number, most: bigint): bigint | null {
  const allows = (downPaymentCents: bigint) => {
    const built = buildOffers({ ...request, downPaymentCents })
    return built.ok ? !tooSmall(built.value).includes(count) : built.error.code !== 'no_offer'
  }
  let low = 1n
  let high = most
  if (!allows(low)) return null
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (allows(middle)) low = middle
    else high = middle
  }
  return low
}
