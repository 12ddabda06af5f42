import { type HazardPath, hazardPathNames } from '@zerentian/shared/hazards/hazard.contract';
import { PhotoPicker } from '../../photos/photo-picker';
import { Choices } from '../../ui/choices';
import { Field, TextArea } from '../../ui/field';
import { DeadlineField } from '../deadline-field';
import type { ReportPartProps } from './where-fields';

const HINTS: Record<HazardPath, string> = {
  fixed: '当场改好了',
  assigned: '限期整改',
  referred: '请安监站定',
};

interface PathFieldsProps extends ReportPartProps {
  path: HazardPath;
  paths: readonly HazardPath[];
}

/** How it goes on, and what that way needs. */
export function PathFields({ values, errors, onChange, path, paths }: PathFieldsProps) {
  const options = paths.map((value) => ({ value, text: hazardPathNames[value], hint: HINTS[value] }));
  return (
    <>
      {options.length > 1 && (
        <Field id="path" label="怎么处理" error={errors.path}>
          <Choices
            id="path"
            label="怎么处理"
            value={path}
            options={options}
            onChange={(chosen) => onChange({ path: chosen, ...(chosen !== 'referred' && { level: 'general' }) })}
          />
        </Field>
      )}
      {path === 'fixed' && (
        <>
          <TextArea
            id="remedy"
            label="怎么改的"
            hint="上面没写到的再写"
            optional
            rows={2}
            value={values.remedy}
            error={errors.remedy}
            onChange={(remedy) => onChange({ remedy })}
          />
          <Field id="afterPhotoIds" label="改后的照片" optional error={errors.afterPhotoIds}>
            <PhotoPicker
              id="afterPhotoIds"
              photos={values.afterPhotos}
              onChange={(afterPhotos) => onChange({ afterPhotos })}
            />
          </Field>
        </>
      )}
      {path === 'assigned' && (
        <DeadlineField
          level="general"
          given={null}
          value={values.deadline}
          error={errors.deadline}
          onChange={(deadline) => onChange({ deadline })}
        />
      )}
    </>
  );
}
