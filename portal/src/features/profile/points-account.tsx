import type { MyProfile } from '@repactua/shared/contract/profile-reviews.ts'

/** The points, line by line, so that anybody can add them up again. */
export function PointsAccount({ computed: { basePoints, factors, points, mediumFrom, highFrom } }: { computed: NonNullable<MyProfile['computed']> }) {
  return (
    <>
      <dl className="points">
        <Line words="Todo mundo começa com" points={String(basePoints)} />
        {factors.map(({ factor, text, comesFrom, points: own }) => <Line key={factor} words={text} from={comesFrom} points={signed(own)} />)}
        <Line words="Soma" points={String(points)} isSum />
      </dl>
      <p>De {mediumFrom} pontos em diante o risco é médio; de {highFrom} em diante, alto.</p>
    </>
  )
}

function Line({ words, from, points, isSum = false }: { words: string; from?: string; points: string; isSum?: boolean }) {
  return (
    <div className={isSum ? 'points-sum' : undefined}>
      <dt>{words}{from && <><br /><span className="soft">{from}</span></>}</dt>
      <dd>{points}</dd>
    </div>
  )
}

// A typographic minus, as wide as the plus.
function signed(points: number): string {
  if (points === 0) return '0'
  return points > 0 ? `+${points}` : `−${String(points).slice(1)}`
}
