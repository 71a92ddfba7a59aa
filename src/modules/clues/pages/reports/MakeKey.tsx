import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { fingerprintOf, type KeyPair, lockKeyFile, newKeyPair } from '../../../../platform/sealing/keys.ts';
import { makeDeskKey } from '../../../../web/api/reports.ts';
import { holdKey } from '../../../../web/kit/desk-key/desk-secret.ts';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { saveFile } from '../../../../web/kit/save-file.ts';
import { useSpeech } from '../../../../web/locales/index.ts';

interface Fields {
  readonly holder: string;
  readonly passphrase: string;
  readonly repeat: string;
}

interface Props {
  readonly onClose: () => void;
  readonly onMade: () => Promise<void>;
}

/** Makes a key pair in this page: first its file is saved, and only then does its public key come into force. */
export function MakeKey({ onClose, onMade }: Props) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<Fields>();
  const [made, setMade] = useState<{ pair: KeyPair; holder: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    await work().catch(setError);
    setBusy(false);
  };
  const make = ({ holder, passphrase }: Fields) =>
    run(async () => {
      const pair = await newKeyPair();
      const name = fingerprintOf(pair.publicKey).replaceAll(' ', '');
      saveFile(await lockKeyFile(pair, passphrase), `mingjing-desk-key-${name}.age`);
      setMade({ pair, holder: holder.trim() });
    });
  const enforce = ({ pair, holder }: { pair: KeyPair; holder: string }) =>
    run(async () => {
      await makeDeskKey(pair.publicKey, holder);
      holdKey(pair);
      await onMade();
      onClose();
    });
  return (
    <Modal
      open
      title={t.reports.makeTitle}
      okText={made ? t.reports.enforce : t.reports.save}
      okButtonProps={{ loading: busy }}
      onOk={() => (made ? void enforce(made) : form.submit())}
      onCancel={onClose}
    >
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      {made ? (
        <>
          <p>{t.reports.saved}</p>
          <p>
            {t.reports.fingerprint} <code>{fingerprintOf(made.pair.publicKey)}</code>
          </p>
        </>
      ) : (
        <Form form={form} layout="vertical" onFinish={(fields) => void make(fields)} requiredMark={false}>
          <p>{t.reports.makeHint}</p>
          <Form.Item name="holder" label={t.reports.holder} rules={[{ required: true, min: 2, max: 60 }]}>
            <Input />
          </Form.Item>
          <Form.Item
            name="passphrase"
            label={t.reports.passphrase}
            rules={[{ required: true, min: 12, message: t.reports.passphraseShort }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="repeat"
            label={t.reports.repeat}
            dependencies={['passphrase']}
            rules={[
              ({ getFieldValue }) => ({
                validator: async (_rule, value) => {
                  if (value !== getFieldValue('passphrase')) throw new Error(t.reports.passphraseDiffers);
                },
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
