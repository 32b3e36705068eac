/** A place on maps of others, as links: nothing of theirs is loaded here. */

/** WGS 84, decimal degrees. */
export interface PlaceOnEarth {
  latitude: number;
  longitude: number;
}

/** Where an item stands; undefined where the office did not say both. */
export function placeOf({ latitude, longitude }: Partial<PlaceOnEarth>): PlaceOnEarth | undefined {
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/**
 * A map on the web, and the reader's own map where the device has one (RFC 5870). 高德 converts from WGS 84 when
 * it is told so; position is longitude, then latitude (https://lbs.amap.com/api/uri-api/guide/mobile-web/point).
 */
export function mapLinks(
  name: string,
  { latitude, longitude }: PlaceOnEarth,
): { label: string; path: string }[] {
  const query = new URLSearchParams({ position: `${longitude},${latitude}`, name, coordinate: 'wgs84' });
  return [
    { label: '高德地图', path: `https://uri.amap.com/marker?${query}` },
    { label: '本机地图', path: `geo:${latitude},${longitude}` },
  ];
}

/** `北纬 39.93°，东经 116.38°` */
export function coordinates({ latitude, longitude }: PlaceOnEarth): string {
  const north = `${latitude < 0 ? '南' : '北'}纬 ${Math.abs(latitude)}°`;
  return `${north}，${longitude < 0 ? '西' : '东'}经 ${Math.abs(longitude)}°`;
}
