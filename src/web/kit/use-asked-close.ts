import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { words } from '../../platform/words.ts';
import { useSpeech } from '../locales/index.ts';

const texts = {
  title: words('放弃已填写的内容？', 'Give up what you filled in?'),
  hint: words('还没有提交，关闭后不会保留。', 'It was not sent yet, and is not kept when this closes.'),
  leave: words('放弃', 'Give up'),
  stay: words('继续填写', 'Go on writing'),
};

/**
 * Asks before what was typed is lost: by a tap beside the form, by Esc, by a link, the browser's own buttons or a reload.
 * @param typed whether there is something that nothing keeps. False while it is sent, so that what follows goes on unasked
 * @param onClose closes the form; left out for a page, which is only left
 * @returns closes the form, asking first where something would be lost
 */
export function useAskedClose(typed: () => boolean, onClose: () => void = () => undefined): () => void {
  const { say } = useSpeech();
  const { modal } = App.useApp();
  const mayBeLost = async (): Promise<boolean> =>
    !typed() ||
    (await modal.confirm({
      title: say(texts.title),
      content: say(texts.hint),
      okText: say(texts.leave),
      okButtonProps: { danger: true },
      cancelText: say(texts.stay),
      // Enter keeps what was written.
      autoFocusButton: 'cancel',
    }));
  useBlocker({
    // What only changes the question in the address leaves the page, and the form, where they are.
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await mayBeLost()),
    enableBeforeUnload: typed,
  });
  return () => void mayBeLost().then((may) => may && onClose());
}
