import { useEffect, useState } from "react"

const SETTLED_AFTER_MS = 400

/** The value, once its content has stayed the same for a moment. It has to survive JSON. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const content = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(content) as T), SETTLED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [content])
  return settled
}
