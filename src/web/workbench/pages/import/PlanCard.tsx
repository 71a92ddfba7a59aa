import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Space } from 'antd';
import { useState } from 'react';
import { changePlan, type ImportView } from '../../../api/imports.ts';
import { useErrorText } from '../../../kit/error-text.ts';
import { useSpeech } from '../../../locales/index.ts';
import { doubled, draftOf, isSame, planChangeOf, type SheetDraft } from './plan.ts';
import { SheetPlanEditor } from './SheetPlanEditor.tsx';

/** What was recognised in each sheet; a person can correct it, and the file is then checked again. */
export function PlanCard({ view, editable }: { view: ImportView; editable: boolean }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const proposed = (): Record<string, SheetDraft> =>
    Object.fromEntries(view.sheets.map((plan) => [plan.sheet, draftOf(plan)]));
  const [drafts, setDrafts] = useState(proposed);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const changed = view.sheets.some((plan) => !isSame(plan, drafts[plan.sheet]!));
  const unclear = Object.values(drafts).some((draft) => doubled(draft).length > 0);

  const recheck = async () => {
    setBusy(true);
    setError(null);
    try {
      await changePlan(view.id, planChangeOf(drafts));
      await queries.invalidateQueries({ queryKey: ['imports'] });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card size="small" title={<h2>{t.import.plan}</h2>}>
      {editable && <p className="quiet card-hint">{t.import.planHint}</p>}
      {view.sheets.map((plan) => (
        <SheetPlanEditor
          key={plan.sheet}
          plan={plan}
          draft={drafts[plan.sheet]!}
          editable={editable}
          onChange={(draft) => setDrafts({ ...drafts, [plan.sheet]: draft })}
        />
      ))}
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      {changed && (
        <Space wrap>
          <Button type="primary" loading={busy} disabled={unclear} onClick={() => void recheck()}>
            {t.import.recheck}
          </Button>
          <Button onClick={() => setDrafts(proposed())}>{t.import.undo}</Button>
        </Space>
      )}
    </Card>
  );
}
