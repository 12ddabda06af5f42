/** WeChat has no keyboard to close a sheet with; its back gesture leaves the page. */
export function useDialogKeys(_id: string, _open: boolean, _onClose: () => void): void {}
