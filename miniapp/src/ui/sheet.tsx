import type { ReactNode } from 'react';
import { useDialogKeys } from '../platform/dialog-keys';
import { Button } from './button';
import { Box, Heading } from './primitives/box';
import { Pressable } from './primitives/pressable';
import './sheet.scss';

interface SheetProps {
  id: string;
  open: boolean;
  title: string;
  onClose: () => void;
  /** Where the sheet only tells something: 关闭. */
  closeText?: string;
  children: ReactNode;
}

/** A short question over the page: from below on a phone, in the middle at a desk. */
export function Sheet({ id, open, title, onClose, closeText = '取消', children }: SheetProps) {
  useDialogKeys(id, open, onClose);
  if (!open) return null;
  return (
    <Box className="sheet">
      <Pressable className="sheet__shade" onPress={onClose} label="关闭" />
      <Box id={id} className="sheet__panel" role="dialog" label={title}>
        <Box className="sheet__head">
          <Heading level={2} className="section__title">
            {title}
          </Heading>
          <Button kind="quiet" small onPress={onClose}>
            {closeText}
          </Button>
        </Box>
        {children}
      </Box>
    </Box>
  );
}
