import type { ReactNode } from 'react';
import { call } from '../platform/phone';
import { Icon } from './icon';
import { Box, Span } from './primitives/box';
import { Pressable } from './primitives/pressable';
import './person-line.scss';

interface PersonLineProps {
  name: string | null;
  post: string | null;
  phone: string | null;
  /** Nobody holds the post: said in words, and whoever answers is named. */
  vacant?: boolean;
  /** What this person has to do with it: 在谁手里, since when, the clause. */
  note?: ReactNode;
}

/** Whoever is accountable: name, post, and a tap to call. */
export function PersonLine({ name, post, phone, vacant = false, note }: PersonLineProps) {
  return (
    <Box className="person">
      <Box className="person__text">
        <Box className="row">
          <Span className="person__name">{name ?? '岗位空缺（待明确责任人）'}</Span>
          <Span className="person__post">{post}</Span>
        </Box>
        {vacant && name && <Box className="text-note">岗位空缺，由上一级负责</Box>}
        {note && <Box className="text-note">{note}</Box>}
      </Box>
      {phone && <CallButton name={name ?? ''} phone={phone} />}
    </Box>
  );
}

interface CallProps {
  /** Whom the number belongs to, for screen readers. */
  name: string;
  phone: string;
}

/** A tap calls; the number stands there, so that it can be read out too. Without a frame beside a heading. */
export function CallButton({ name, phone, bare = false }: CallProps & { bare?: boolean }) {
  return (
    <Pressable
      className={bare ? 'person__call-bare' : 'person__call'}
      onPress={() => call(phone)}
      label={`给${name}打电话 ${phone}`}
    >
      <Icon name="phone" />
      <Span className="person__number">{phone}</Span>
    </Pressable>
  );
}

/** The same in a row of a list: the number where a desk has room for it, the verb on a phone, and little to draw. */
export function CallInRow({ name, phone, className }: CallProps & { className: string }) {
  return (
    <Pressable
      className={`person__call row-above ${className}`}
      onPress={() => call(phone)}
      label={`给${name}打电话 ${phone}`}
    >
      {process.env.TARO_ENV === 'h5' ? (
        <>
          <Span className="person__verb">打电话</Span>
          <Span className="person__number person__number--desk">{phone}</Span>
        </>
      ) : (
        '打电话'
      )}
    </Pressable>
  );
}
