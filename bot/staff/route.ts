/**
 * What a room of the console is: a list of routes. `serve.ts` puts the session, the role, CSRF, limits and the frame of the page around each of
 * them, so that a room knows only its own matter; one room a file or folder, one line in `rooms.ts`.
 */
import type { Guide } from '../../knowledge/guide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import type { Store } from '../../state/store.ts';
import type { Channel } from '../channels/channel.ts';
import type { Conversations } from '../conversations.ts';
import type { Env } from '../env.ts';
import type { Html } from '../html.ts';
import type { Log } from '../log.ts';
import type { Overlays } from '../overlays.ts';

/** Each may do what those before it may. */
export const roles = ['reader', 'clerk', 'reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody who is signed in. */
export interface Member {
  id: string;
  name: string;
  role: Role;
}

export interface StaffRequest {
  member: Member;
  /** Of the path: `/staff/transcripts/:id`. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Fields of a form; empty for GET. */
  form: URLSearchParams;
  /** The file of an upload, by the name of its field. */
  files: ReadonlyMap<string, { name: string; bytes: Uint8Array }>;
  /** htmx asks for a part of the page. */
  partial: boolean;
}

export interface Page {
  /** In the frame, and in the window's title. */
  title: string;
  /** The entry of the navigation to which it belongs: its path. */
  at: string;
  body: Html;
  /** Wider than a column of text. */
  wide?: true;
}

export type StaffAnswer =
  | { page: Page; status?: 200 | 404 | 409 | 422 }
  /** A part of a page, for htmx. */
  | { part: Html }
  /** 303 to a path of the console; `said` is shown there once. */
  | { to: string; said?: string }
  | { file: { name: string; type: string; bytes: Uint8Array | string } }
  | { stream: { name: string; type: string; chunks: AsyncIterable<string | Uint8Array> } };

export interface StaffRoute {
  method: 'GET' | 'POST';
  /** Under `/staff`; parameters as `:name`. */
  path: string;
  /** The least role that may. */
  role: Role;
  /** Bytes of the largest body, where it is more than a form: an upload (multipart/form-data). */
  upload?: number;
  handle(request: StaffRequest): Promise<StaffAnswer> | StaffAnswer;
}

/** What a room may use. */
export interface StaffSurroundings {
  store: Store;
  conversations: Conversations;
  env: Env;
  /** The guide with what is published on it now. */
  guide: () => Guide;
  /** What is published now on a guide; on that of new cases, where none is named. */
  overlay: (guideId?: string) => Overlay | null;
  /** Publishes, and knows what was published. */
  overlays: Overlays;
  /** By name. */
  channels: ReadonlyMap<string, Channel>;
  now: () => Date;
  log: Log;
  /** Adds to the audit log. */
  audit(by: Pick<Member, 'id' | 'name'>, deed: string, about?: string, note?: string): Promise<void>;
  /** Where people reach the service, when that is known. */
  address: () => string | undefined;
}

/** An entry of the navigation, for those who may go there. */
export interface NavEntry {
  path: string;
  label: string;
  role: Role;
}

export interface Room {
  nav?: NavEntry;
  routes: readonly StaffRoute[];
  /** Ends what runs in the background. */
  stop?(): Promise<void> | void;
}
export type OpenRoom = (surroundings: StaffSurroundings) => Room;
