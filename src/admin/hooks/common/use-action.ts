// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- Every click goes through here.
import { useMutation, type UseMutationOptions, type UseMutationResult } from "@tanstack/react-query"

/**
 * A mutation that a click starts. Without a network it fails at once and says so, and nothing is sent
 * later.
 */
export const useAction = <Data, Variables = void>({
  onSettled,
  ...options
}: UseMutationOptions<Data, Error, Variables>): UseMutationResult<Data, Error, Variables> =>
  useMutation({
    networkMode: "always",
    ...options,
    onSettled: (data, error, ...rest) => {
      const settled = onSettled?.(data, error, ...rest)
      // What it reads anew is tried several times where no server answers: the failure is said before.
      return error ? undefined : settled
    },
  })
