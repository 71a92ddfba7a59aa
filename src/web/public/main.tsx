import './public.css';
import './sheet.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage, currentLanguage } from '../locales/language.ts';
import { PublicSite } from './PublicSite.tsx';
import { followHistory } from './place.ts';

chooseLanguage(currentLanguage());
followHistory();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <PublicSite />
  </StrictMode>,
);
