import type { HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { PhotoPicker } from '../../photos/photo-picker';
import { Button } from '../../ui/button';
import { Dictation } from '../../ui/dictation';
import { Field, TextArea, TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { MoreFields } from './more-fields';
import { PathFields } from './path-fields';
import { isBrief } from './report-values';
import { SimilarHazards } from './similar-hazards';
import { StandardChoice, StandardNotes } from './standard-field';
import { type ReportPartProps, WhereFields } from './where-fields';

interface ReportFieldsProps extends ReportPartProps {
  post: HeldPostView | undefined;
  path: HazardPath;
  paths: readonly HazardPath[];
}

/** What, where, photo. Who watches over one village needs no more; the others have the rest below. */
export function ReportFields({ post, path, paths, ...parts }: ReportFieldsProps) {
  const { values, errors, onChange } = parts;
  const brief = isBrief(values, post);
  return (
    <>
      <WhatFields {...parts} brief={brief} />
      {brief && (
        <TextInput
          id="spot"
          label="在哪里"
          hint={`${post?.areaName ?? ''}已经带上，写清是哪一处`}
          optional
          placeholder="例如：村东水塔旁"
          value={values.spot}
          error={errors.spot}
          onChange={(spot) => onChange({ spot })}
        />
      )}
      <Field id="photoIds" label="照片" optional error={errors.photoIds}>
        <PhotoPicker id="photoIds" prominent photos={values.photos} onChange={(photos) => onChange({ photos })} />
      </Field>
      {!brief && <WhereFields {...parts} />}
      {(!brief || putsRight(post)) && <PathFields {...parts} path={path} paths={paths} />}
      {brief ? (
        <Button id="report-more" kind="quiet" onPress={() => onChange({ whole: true })}>
          还要写单位、级别或依据
        </Button>
      ) : (
        <MoreFields {...parts} path={path} />
      )}
    </>
  );
}

/** The head of a village puts right on the spot what the collective owns; whoever watches for it only tells. */
function putsRight(post: HeldPostView | undefined): boolean {
  return post?.profile === 'village-head';
}

/** One line, written or spoken, and what others wrote of the same thing. */
function WhatFields({ values, errors, onChange, brief }: ReportPartProps & { brief: boolean }) {
  const change = (description: string) => onChange({ description });
  return (
    <>
      <TextArea
        id="description"
        label="发现了什么"
        hint="写一句话，或者拍一张照片，有一样就行"
        placeholder="例如：配电箱没有盖，电线裸露"
        rows={2}
        value={values.description}
        error={errors.description}
        onChange={change}
      />
      <Box className="row">
        <Dictation onText={(said) => change(`${values.description}${said}`)} />
        {!brief && <StandardChoice values={values} onChange={onChange} />}
      </Box>
      <StandardNotes values={values} onChange={onChange} />
      <SimilarHazards values={values} onChange={onChange} />
    </>
  );
}
