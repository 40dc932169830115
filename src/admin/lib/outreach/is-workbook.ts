const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** True for an Excel workbook, new or old, by its first bytes: whatever its name says. */
export async function isWorkbook(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  return [ZIP, OLE].some((bytes) => bytes.every((byte, place) => start[place] === byte))
}
