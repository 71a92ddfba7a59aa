import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { SealError } from '../../../platform/sealing/envelope.ts';
import { fingerprintOf, unlockKeyFile } from '../../../platform/sealing/keys.ts';
import { deskKeysQuery } from '../../api/reports.ts';
import { useSpeech } from '../../locales/index.ts';
import { FileField } from '../FileField.tsx';
import { forgetKeys, holdKey, useHeldKeys } from './desk-secret.ts';

/** Where the desk opens its key file. The key is held by this page alone. */
export function KeyCard() {
  const { t } = useSpeech();
  const held = useHeldKeys();
  const keys = useQuery(deskKeysQuery);
  const [file, setFile] = useState('');
  const [pasted, setPasted] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');

  const unlock = async () => {
    setBusy(true);
    setFault('');
    try {
      holdKey(await unlockKeyFile(pasted.trim() || file, passphrase));
      setFile('');
      setPasted('');
      setPassphrase('');
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      setFault(error.reason === 'other-key' ? t.reports.wrongPassphrase : t.reports.noKeyFile);
    } finally {
      setBusy(false);
    }
  };
  const standing = (publicKey: string): string => {
    const known = keys.data?.find((key) => key.publicKey === publicKey);
    if (!keys.data || (known && !known.endedAt)) return '';
    return known ? t.reports.notInForce : t.reports.unknownKey;
  };
  return (
    <Card size="small" title={<h2>{t.reports.key}</h2>} className="card-gap">
      {held.length > 0 && (
        <p>
          {t.reports.loaded}{' '}
          {held.map(({ publicKey }) => (
            <span key={publicKey}>
              <code>{fingerprintOf(publicKey)}</code> {standing(publicKey)}{' '}
            </span>
          ))}
          <Button size="small" onClick={forgetKeys}>
            {t.reports.forget}
          </Button>
        </p>
      )}
      <p className="card-hint">{t.reports.keyHint}</p>
      {fault && <Alert type="error" showIcon title={fault} className="card-alert" />}
      <Form layout="vertical" onFinish={() => void unlock()} autoComplete="off">
        <div className="desk-key">
          <Form.Item label={t.reports.keyFile} htmlFor="report-key-file">
            <FileField id="report-key-file" onFile={async (chosen) => setFile(await chosen.text())} />
          </Form.Item>
          <Form.Item label={t.reports.passphrase} htmlFor="report-key-passphrase">
            <Input.Password
              id="report-key-passphrase"
              autoComplete="off"
              value={passphrase}
              onChange={({ target }) => setPassphrase(target.value)}
            />
          </Form.Item>
          <Form.Item label={t.reports.keyText} htmlFor="report-key-text">
            <Input.Password
              id="report-key-text"
              autoComplete="off"
              value={pasted}
              onChange={({ target }) => setPasted(target.value)}
            />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!file && !pasted.trim()}>
          {t.reports.unlock}
        </Button>
      </Form>
    </Card>
  );
}
