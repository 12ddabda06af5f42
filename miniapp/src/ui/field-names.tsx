import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

/** The fields of a form by id, each with its label, in the order of the form: an error that says only 请填写 is named by them. */
const Names = createContext<Map<string, string> | null>(null);

const NONE: ReadonlyMap<string, string> = new Map();

export function FieldNames({ children }: { children: ReactNode }) {
  const [names] = useState(() => new Map<string, string>());
  return <Names.Provider value={names}>{children}</Names.Provider>;
}

/** A field says what it is called for as long as it stands. */
export function useFieldName(id: string, label: string): void {
  const names = useContext(Names);
  useEffect(() => {
    names?.set(id, label);
  }, [names, id, label]);
  useEffect(
    () => () => {
      names?.delete(id);
    },
    [names, id],
  );
}

export function useFieldNames(): ReadonlyMap<string, string> {
  return useContext(Names) ?? NONE;
}
