import { Tag } from 'antd';
import type { Version } from '../api/registers.ts';
import { useSpeech } from '../locales/index.ts';

/** Whether a version is in force, in words and colour. */
export function VersionTag({ version }: { version: Version }) {
  const { t } = useSpeech();
  if (version.retiredAs === 'voided') return <Tag color="error">{t.record.voided}</Tag>;
  if (version.retiredAs === 'superseded') return <Tag>{t.record.superseded}</Tag>;
  return <Tag color="success">{t.record.current}</Tag>;
}
