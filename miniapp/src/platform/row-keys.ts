/** WeChat has no keyboard to go through a list with. */
export function useRowKeys(_selector: string): void {}
