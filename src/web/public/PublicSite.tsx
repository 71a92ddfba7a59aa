import { lazy, Suspense, useEffect } from 'react';
import { BulletinPage } from './BulletinPage.tsx';
import { BulletinsPage } from './BulletinsPage.tsx';
import { ClarificationsPage } from './ClarificationsPage.tsx';
import { Frame } from './Frame.tsx';
import { Heading } from './Heading.tsx';
import { type Place, placeOf, usePath } from './place.ts';
import { RecheckPage, RechecksPage } from './RechecksPage.tsx';
import { useSpeech } from './speech.ts';
import { VerifyPage } from './VerifyPage.tsx';

// Sealing is more to load than all the rest of the site: only who reports loads it.
const ReportPage = lazy(() => import('./report/ReportPage.tsx'));
const SurveyPage = lazy(() => import('./survey/SurveyPage.tsx'));
const ReceiptPage = lazy(() => import('./report/ReceiptPage.tsx'));

/** The citizens' door: published bulletins and their figures, and reports to the discipline desk. */
export function PublicSite() {
  const place = placeOf(usePath());
  const page = 'id' in place ? place.id : place.page;
  // A figure opens over its bulletin, which keeps its place; another page begins at its top.
  // Newer browsers answer `scrollTo` with a promise, which React would take for what ends the effect.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is what the effect waits for.
  useEffect(() => void scrollTo(0, 0), [page]);
  return (
    <Frame page={place.page}>
      <Suspense fallback={<Waiting />}>
        <Page place={place} />
      </Suspense>
    </Frame>
  );
}

function Waiting() {
  const { t } = useSpeech();
  return (
    <p className="loading" role="status">
      {t.loading}
    </p>
  );
}

function Page({ place }: { place: Place }) {
  const { t } = useSpeech();
  switch (place.page) {
    case 'bulletins':
      return <BulletinsPage />;
    case 'bulletin':
      return <BulletinPage key={place.id} id={place.id} figure={place.figure} />;
    case 'rechecks':
      return <RechecksPage />;
    case 'recheck':
      return <RecheckPage key={place.id} id={place.id} />;
    case 'clarifications':
      return <ClarificationsPage />;
    case 'verify':
      return <VerifyPage />;
    case 'report':
      return <ReportPage />;
    case 'receipt':
      return <ReceiptPage />;
    case 'survey':
      return <SurveyPage />;
    case 'missing':
      return (
        <>
          <Heading title={t.missing} />
          <p>{t.missingHint}</p>
        </>
      );
  }
}
