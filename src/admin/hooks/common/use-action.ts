import { useMutation, type UseMutationOptions, type UseMutationResult } from "@tanstack/react-query"

/** A mutation that a click starts. Without a network it fails at once, and nothing is sent later. */
export const useAction = <Data, Variables = void>(
  options: UseMutationOptions<Data, Error, Variables>
): UseMutationResult<Data, Error, Variables> => useMutation({ networkMode: "always", ...options })
