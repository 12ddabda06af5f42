import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../database/columns';

/** The account of a person. */
@Entity('credential')
export class Credential {
  @Key('id') personId: string;
  @Index({ unique: true }) @Name(40) login: string;
  @Name(200) passwordHash: string;
}

/**
 * Failed sign-ins under a login, whether or not anybody has that login: a lock-out that only real accounts showed would tell which
 * are real.
 */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @Key('digest') loginDigest: string;
  @Col('int') failures: number;
  @Index() @Col('instant') lastAt: Date;
  @Col('instant', { nullable: true }) lockedUntil: Date | null;
}

/** A WeChat identity tied to a person of the roster. */
@Entity('wechat_binding')
export class WechatBinding {
  @Index({ unique: true }) @Name(64) openId: string;
  @Key('id') personId: string;
  @Col('instant') boundAt: Date;
}

/** A signed-in device. Only the token's digest is kept. It belongs to the person and outlives a tenure. */
@Entity('session')
export class Session {
  @Key('id') id: string;
  @Index({ unique: true }) @Name(64) tokenDigest: string;
  @Index() @Col('id') personId: string;
  @Name(100, { nullable: true }) device: string | null;
  @Col('instant') createdAt: Date;
  @Col('instant') lastSeenAt: Date;
  @Col('instant') expiresAt: Date;
  @Col('instant', { nullable: true }) revokedAt: Date | null;
}

/** A one-time code sent to a phone; a few tries, a few minutes, once. */
@Entity('one_time_code')
@Index(['phone', 'createdAt'])
export class OneTimeCode {
  @Key('id') id: string;
  @Name(20) phone: string;
  @Col('digest') codeDigest: string;
  @Col('instant') createdAt: Date;
  @Col('instant') expiresAt: Date;
  @Col('int', { default: 0 }) attempts: number;
  @Col('instant', { nullable: true }) usedAt: Date | null;
}
