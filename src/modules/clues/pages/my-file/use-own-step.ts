import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A step on the own file: what the desk and the file show is asked for anew afterwards, and the dialog closes. */
export function useOwnStep<T>(take: (given: T) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: take,
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['my-file'] }),
        queries.invalidateQueries({ queryKey: ['matters'] }),
      ]);
      onDone();
    },
  });
}
