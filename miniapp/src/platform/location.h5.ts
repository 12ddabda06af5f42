import type { Place } from '@zerentian/shared/fields';

const PATIENCE_MS = 10_000;

/** Where the device is, as browsers tell it (wgs84); null if the person or the device says no. */
export function currentPlace(): Promise<Place | null> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracy: Math.min(coords.accuracy, 100_000),
          system: 'wgs84',
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS },
    );
  });
}
