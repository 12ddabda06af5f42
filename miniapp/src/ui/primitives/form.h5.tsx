import type { ReactNode } from 'react';
import { FieldNames } from '../field-names';

/** Fields sent together; the browser knows it as a form, so that it can remember an account. */
export function Form({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      className="stack form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <FieldNames>{children}</FieldNames>
    </form>
  );
}
