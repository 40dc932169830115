import { useEffect, useRef } from "react"
import { useLocation, useNavigate } from "react-router-dom"

const NAME = "medusa-plugin-playground:address"

/** The host's login page goes back to the path alone: this brings back what the page had shown. */
export function useReturnAddress(): void {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const isNew = useRef(true)
  useEffect(() => {
    const kept = sessionStorage.getItem(NAME)
    const wasNew = isNew.current
    isNew.current = false
    if (wasNew && search === "" && kept?.startsWith(`${pathname}?`)) {
      void navigate(kept, { replace: true })
    } else sessionStorage.setItem(NAME, `${pathname}${search}`)
  }, [pathname, search, navigate])
  useEffect(
    () => () => {
      // Whoever goes elsewhere of their own will is not to be brought back.
      if (!window.location.pathname.endsWith("/login")) sessionStorage.removeItem(NAME)
    },
    []
  )
}
