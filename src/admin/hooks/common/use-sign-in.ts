import { FetchError } from "@medusajs/js-sdk"
import { useCallback } from "react"
import { useLocation, useNavigate } from "react-router-dom"

/** Whether somebody has to log in (again) first. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof FetchError && error.status === 401

/** Leads to the host's login page, and from there back to where this was called. */
export function useSignIn(): () => void {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return useCallback(() => {
    // The login page goes back to the path alone: what is shown stands in the search.
    void navigate("/login", { state: { from: { pathname: `${pathname}${search}` } } })
  }, [navigate, pathname, search])
}
