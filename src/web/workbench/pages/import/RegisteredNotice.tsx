import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { findRegister } from '../../../../modules/pages.ts';
import { type ImportView, takeBackImport } from '../../../api/imports.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { paths } from '../../../kit/paths.ts';
import { ReasonDialog } from '../../../kit/ReasonDialog.tsx';
import { useSpeech } from '../../../locales/index.ts';

/** Where the rows went, and the way to take them all back. */
export function RegisteredNotice({ view }: { view: ImportView }) {
  const { t, say } = useSpeech();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const names = [...new Set(view.sheets.flatMap(({ register }) => (register ? [register] : [])))];
  const registers = names.flatMap((name) => findRegister(name) ?? []);
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t.import.registered}
        description={
          <ul className="inline-list">
            {registers.map((register) => (
              <li key={register.name}>
                <Anchor to={paths.register(register.name)}>{say(register.words)}</Anchor>
              </li>
            ))}
          </ul>
        }
        action={
          view.takesBack && (
            <Button danger onClick={() => setAsking(true)}>
              {t.import.takeBack}
            </Button>
          )
        }
      />
      {asking && (
        <ReasonDialog
          title={t.import.takeBackTitle}
          hint={t.import.takeBackHint}
          action={t.import.takeBack}
          onConfirm={async (reason) => {
            await takeBackImport(view.id, reason);
            setAsking(false);
            message.success(t.imports.states.takenBack);
            await queries.invalidateQueries();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
