import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { bulletinList } from '../../modules/bulletin/contract.ts';
import { get } from './client.ts';

export const bulletinsQuery = queryOptions({
  queryKey: ['bulletins', 'list'],
  queryFn: () => get<z.infer<typeof bulletinList>>('/api/bulletins'),
});
