import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { Register } from '../../../../platform/register/declare.ts';
import { exportAddress } from '../../../api/registers.ts';
import { useSpeech } from '../../../locales/index.ts';
import type { Question } from './use-question.ts';

interface Props {
  readonly register: Register;
  readonly question: Question;
  /** Left out for accounts that may not write. */
  readonly onNew?: () => void;
}

/** Exporting what the list asks for, and adding a record. */
export function RegisterActions({ register, question, onNew }: Props) {
  const { t } = useSpeech();
  const link = (format: 'xlsx' | 'csv', label: string) => ({
    key: format,
    label: (
      <a href={exportAddress(register.name, format, question.where, question.asOf)} download>
        {label}
      </a>
    ),
  });
  return (
    <>
      <Dropdown
        trigger={['click']}
        getPopupContainer={(button) => button.parentElement!}
        menu={{ items: [link('xlsx', t.register.exportXlsx), link('csv', t.register.exportCsv)] }}
      >
        <Button icon={<DownloadOutlined aria-hidden />}>{t.register.export}</Button>
      </Dropdown>
      {onNew && (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onNew}>
          {t.register.new}
        </Button>
      )}
    </>
  );
}
