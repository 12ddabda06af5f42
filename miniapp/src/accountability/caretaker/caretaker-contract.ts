import { type Appoint, appoint } from '@zerentian/shared/posts/post.contract';
import type { Contract } from '../../platform/form-errors';

/** The contract of the form: nobody chosen is told as people would, not as a missing id. */
export const caretakerContract: Contract<Appoint> = {
  safeParse(input) {
    const result = appoint.safeParse(input);
    if (result.success) return result;
    const issues = result.error.issues.map(({ path, message }) => ({
      path,
      message: path[0] === 'personId' ? '请从名册选一个人' : message,
    }));
    return { success: false, error: { issues } };
  },
};
