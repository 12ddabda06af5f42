import type { PersonView } from '@zerentian/shared/people/person.contract';
import type { HeldPostView, SessionView } from '@zerentian/shared/people/session.contract';
import { create } from 'zustand';
import { load, save } from './storage';

/** Who is signed in on this phone. `ended` says why nobody is, so that the sign-in page can explain itself. */
export interface SessionState {
  token: string | null;
  person: PersonView | null;
  posts: HeldPostView[];
  /** The post in which the next act is done; null lets the server decide while there is no doubt. */
  actingPostId: string | null;
  ended: 'never' | 'signed-out' | 'expired';
}

const NOBODY: SessionState = { token: null, person: null, posts: [], actingPostId: null, ended: 'never' };

export const useSession = create<SessionState>(() => ({ ...NOBODY, ...load<SessionState>('session') }));

useSession.subscribe((state) => {
  save('session', state);
});

export function currentToken(): string | null {
  return useSession.getState().token;
}

export function startSession(view: SessionView): void {
  useSession.setState({
    token: view.token,
    person: view.person,
    posts: view.posts,
    actingPostId: view.posts[0]?.id ?? null,
    ended: 'never',
  });
}

/** Takes over what GET /api/me says now; an acting post that is no longer held falls back to the first. */
export function refreshSession(person: PersonView, posts: HeldPostView[]): void {
  const { actingPostId } = useSession.getState();
  const held = posts.some((post) => post.id === actingPostId);
  useSession.setState({ person, posts, actingPostId: held ? actingPostId : (posts[0]?.id ?? null) });
}

export function actIn(postId: string): void {
  useSession.setState({ actingPostId: postId });
}

const listeners = new Set<() => void>();

/** Told whenever a session ends, so that what was kept for that person is forgotten. */
export function onSessionEnd(listener: () => void): void {
  listeners.add(listener);
}

/** `expired` keeps what the person had on the phone, `signed-out` hands the phone to whoever is next. */
export function endSession(ended: 'signed-out' | 'expired'): void {
  useSession.setState({ ...NOBODY, ended });
  if (ended !== 'signed-out') return;
  for (const listener of listeners) listener();
}

/** The post in which this person acts now. */
export function useActingPost(): HeldPostView | undefined {
  return useSession((state) => state.posts.find((post) => post.id === state.actingPostId) ?? state.posts[0]);
}
