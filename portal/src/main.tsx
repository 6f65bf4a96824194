import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/providers.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
