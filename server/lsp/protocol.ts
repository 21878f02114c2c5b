import { NotificationType, RequestType, type TextEdit } from 'vscode-languageserver-protocol';
import type { Status } from '../features/status.ts';

// What client and server say to each other beyond the Language Server Protocol. The only file the client may import.

export type { Status };

/** What the client tells on `initialize`. */
export interface InitializationOptions {
  /** Links of the scheme `clausecheck` can be opened: the findings then carry one to their page. */
  readonly pages?: boolean;
  /** Settings of section `clausecheck`, for clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Sent after each verdict, and when a document stops being looked at. */
export interface StatusParams extends Status {
  readonly uri: string;
  readonly version: number;
}
export const statusNotification = new NotificationType<StatusParams>('clausecheck/status');

/** The text of a page by its address, `clausecheck:/en/opinions/pi-storage.md`. */
export interface PageParams {
  readonly uri: string;
}
export const pageRequest = new RequestType<PageParams, string | null, void>('clausecheck/page');

/** The document types that can be chosen. */
export interface TypeChoice {
  readonly id: string;
  readonly title: string;
  /** The title in the other language. */
  readonly description: string;
}
export const typesRequest = new RequestType<Record<string, never>, TypeChoice[], void>('clausecheck/types');

/** The edit that writes a type into the document's front matter; null when the document is not open. */
export interface ChooseTypeParams {
  readonly uri: string;
  readonly type: string;
}
export interface VersionedEdits {
  readonly version: number;
  readonly edits: TextEdit[];
}
export const chooseTypeRequest = new RequestType<ChooseTypeParams, VersionedEdits | null, void>(
  'clausecheck/chooseType',
);
