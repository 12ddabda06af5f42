/** What is shared: WeChat asks the page for it itself, a browser needs it beside the button. */
export interface ShareButtonProps {
  title: string;
  /** Of the page, with its parameters. */
  path: string;
}
