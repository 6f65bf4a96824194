import type { Step } from './run-steps.ts'

/** The checks that need no running program, each worth one in the sum. */
export const STATIC_STEPS: readonly Step[] = [
  ...['shared', 'api', 'portal', '.'].map((project) => ({
    name: project === '.' ? 'types of scripts and tests' : `types of ${project}`,
    program: 'node_modules/typescript/bin/tsc',
    args: ['-p', project, '--noEmit'],
  })),
  { name: 'lint', program: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  {
    name: 'walls',
    program: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['api/src', 'portal/src', 'shared/src', 'scripts', 'tests', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'unused code', program: 'node_modules/knip/bin/knip.js', args: [] },
  { name: 'portal build', program: 'portal/node_modules/vite/bin/vite.js', args: ['build'], cwd: 'portal' },
]
