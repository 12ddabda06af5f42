/** A browser asks by itself before it hands out camera or place. */
export function watchPrivacy(): void {}
