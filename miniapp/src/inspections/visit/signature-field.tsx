import type { FieldErrors } from '../../platform/form-errors';
import { Button } from '../../ui/button';
import { Field, TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { LocalImage } from '../../ui/primitives/local-image';
import { SignaturePad } from '../../ui/signature-pad';
import type { VisitStepProps } from './index';
import { useSignature } from './use-signature';

const NO_ROOM = '手机给小程序的空间满了，签字没能存下来：送出之前请不要关掉小程序。';

/** The hand of the one inspected, or why there is none. */
export function SignatureField({ values, onChange, errors }: VisitStepProps & { errors: FieldErrors }) {
  const { drawing, pad, take, wipe } = useSignature(values.signature, (signature) => onChange({ signature }));
  if (values.refused) return <Refusal values={values} onChange={onChange} errors={errors} />;
  return (
    <Field id="signaturePhotoId" label="被检查方签字" hint="请现场负责人用手指写" error={errors.signaturePhotoId}>
      {!drawing && values.signature ? (
        <Box className="signature">
          <LocalImage className="signature__picture" source={values.signature.source} words="签字" />
        </Box>
      ) : (
        <SignaturePad key={pad} id="signaturePhotoId" onSigned={(picture) => void take(picture)} />
      )}
      {values.signature?.temporary && <Box className="text-alert">{NO_ROOM}</Box>}
      <Box className="row">
        {values.signature && (
          <Button kind="quiet" small onPress={wipe}>
            擦掉重签
          </Button>
        )}
        <Button id="refuses" kind="quiet" small onPress={() => onChange({ refused: true })}>
          对方没有签字
        </Button>
      </Box>
    </Field>
  );
}

function Refusal({ values, onChange, errors }: VisitStepProps & { errors: FieldErrors }) {
  const missing = errors.refusal;
  return (
    <>
      <TextInput
        id="refusal"
        label="没有签字的原因"
        placeholder="例如：拒绝签字、不在场"
        value={values.reason}
        error={missing && values.reason.trim() === '' ? missing : undefined}
        onChange={(reason) => onChange({ reason })}
      />
      <TextInput
        id="witness"
        label="见证人"
        placeholder="姓名和身份"
        value={values.witness}
        error={missing && values.witness.trim() === '' ? missing : undefined}
        onChange={(witness) => onChange({ witness })}
      />
      <Button kind="quiet" small onPress={() => onChange({ refused: false })}>
        还是请对方签字
      </Button>
    </>
  );
}
