/** A part of a step's form. */
export type StepField =
  | 'level'
  | 'unit'
  | 'deadline'
  | 'limit'
  | 'until'
  | 'granted'
  | 'listedNumber'
  | 'companion'
  | 'place'
  | 'need'
  | 'measures'
  | 'plan'
  | 'purpose'
  | 'clause'
  | 'to'
  | 'reportNumber'
  | 'countyNumber'
  | 'leader'
  | 'into'
  | 'ownPhotos'
  | 'photos'
  | 'text';

export interface StepForm {
  fields: readonly StepField[];
  /** What the words are for; without `required` they may be left out. */
  textLabel: string;
  textHint?: string;
  textRequired?: boolean;
  /** What the photos are to show, where it is not simply 照片. */
  photosLabel?: string;
  photosHint?: string;
  /** What happens next, said before it is sent. */
  consequence: string;
  /** The button's verb. */
  verb: string;
  /** What cannot be undone is read through once more before it is sent. */
  isChecked?: boolean;
  /** Shown above the fields: the reason of who asked for more time; the photos before and after. */
  shows?: 'extension' | 'before-after';
}
