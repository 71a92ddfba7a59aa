import { z } from 'zod';

export const deskItem = z.object({
  name: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
  page: z.string(),
  waiting: z.number().int(),
  late: z.number().int(),
  changed: z.number().int(),
});
export type DeskItemView = z.infer<typeof deskItem>;

export const deskItems = z.object({ since: z.string(), items: z.array(deskItem) });
export type DeskItems = z.infer<typeof deskItems>;
