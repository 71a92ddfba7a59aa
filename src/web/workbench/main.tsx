import './workbench.css';
import '../kit/kit.css';
import './pages/pages.css';
import './pages/import/import.css';
import './pages/figures/figures.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage, currentLanguage } from '../locales/language.ts';
import { Workbench } from './Workbench.tsx';

chooseLanguage(currentLanguage());
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Workbench />
  </StrictMode>,
);
