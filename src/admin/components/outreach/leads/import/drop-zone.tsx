import { clx } from "@medusajs/ui"
import { useState, type DragEvent, type ReactNode } from "react"

interface DropZoneProps {
  onFile: (file: File) => void
  children: ReactNode
}

const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files")

/** Takes a file that is dropped on what it holds. */
export const DropZone = ({ onFile, children }: DropZoneProps) => {
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={clx(isOver && "bg-ui-bg-highlight")}
      onDragOver={(event) => {
        if (!hasFile(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (!hasFile(event)) return
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file) onFile(file)
      }}
    >
      {children}
    </div>
  )
}
