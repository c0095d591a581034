/** 南昌市 → 南昌, 鄱阳县 → 鄱阳; a name of two signs stays as it is. */
export function shortName(name: string): string {
  return name.length > 2 ? name.replace(/[市县区]$/u, '') : name;
}
