import type { LocalPhoto } from '../../../photos/photo-store';
import { filled } from '../../../platform/form-errors';

/** The form as typed. The id is the report's: whoever sends it again sends the same. */
export interface PublicReportValues {
  id: string;
  description: string;
  spot: string;
  photos: LocalPhoto[];
  named: boolean;
  name: string;
  phone: string;
}

export function emptyPublicReport(id: string): PublicReportValues {
  return { id, description: '', spot: '', photos: [], named: false, name: '', phone: '' };
}

/** What is sent: nothing that was left empty, and nobody's name unless they chose to give it. */
export function publicReportInput({ id, description, spot, photos, named, name, phone }: PublicReportValues): object {
  return filled({
    id,
    description,
    spot,
    photoIds: photos.map((photo) => photo.id),
    reporter: named ? { name: name.trim(), phone: phone.replace(/\s/g, '') } : undefined,
  });
}
