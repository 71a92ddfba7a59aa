import { LockOutlined } from '@ant-design/icons';
import { type Column, isSecret } from '../../platform/register/columns.ts';
import { useSpeech } from '../locales/index.ts';
import { formatCell } from './format.ts';

interface Props {
  readonly column: Column;
  readonly value: string | number | boolean | null | undefined;
  readonly title?: string;
}

/** One value of a record. An empty one is a dash that is not read aloud; a secret carries the sign of its mask. */
export function CellValue({ column, value, title }: Props) {
  const { t, language } = useSpeech();
  const shown = formatCell(column, value, title, language);
  if (shown === null) {
    return (
      <span className="quiet">
        <span aria-hidden>—</span>
        <span className="visually-hidden">{t.record.none}</span>
      </span>
    );
  }
  if (!isSecret(column)) return <>{shown}</>;
  return (
    <span className="numbers">
      {shown} <LockOutlined className="quiet" role="img" aria-label={t.register.masked} title={t.register.masked} />
    </span>
  );
}
