import '../../kit/web/kit.css'
import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root')!).render(<div className="bg-page text-ink-2 max-wide:hidden rounded-md h-control text-small">hi</div>)
