import { NotificationType, type Range, RequestType, type TextEdit } from 'vscode-languageserver-protocol';
import type { CoverageState } from '../features/coverage.ts';
import type { Status } from '../features/status.ts';

// What client and server say to each other beyond the Language Server Protocol. The only file the client may import.

export type { CoverageState, Status };

/** What the client tells on `initialize`. */
export interface InitializationOptions {
  /** It is the extension: it opens links of the scheme `clausecheck` and knows the commands of the code lenses. */
  readonly pages?: boolean;
  /** It answers `clausecheck/text` and `clausecheck/files`: the server then sees what lies on no disk. */
  readonly files?: boolean;
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

/** What a document says on each requirement of its types; null when the document is not judged. */
export interface CoverageAnswer {
  readonly version: number;
  /** Type and count, in words. */
  readonly summary: string;
  readonly groups: readonly CoverageGroupShown[];
}
export interface CoverageGroupShown {
  readonly id: string;
  readonly title: string;
  /** "2 of 5 met" */
  readonly description: string;
  readonly entries: readonly CoverageEntryShown[];
}
export interface CoverageEntryShown {
  readonly id: string;
  readonly title: string;
  readonly state: CoverageState;
  readonly suppressed: boolean;
  /** The state in words, and what is lacking. */
  readonly description: string;
  /** Quotation and what is lacking, as Markdown. */
  readonly tooltip: string;
  /** Where it is said; else the heading under which it belongs. */
  readonly range: Range;
  readonly repair: 'insert' | 'mend' | undefined;
  readonly page: string;
}
export const coverageRequest = new RequestType<{ readonly uri: string }, CoverageAnswer | null, void>(
  'clausecheck/coverage',
);

/** The edit that makes the document say what a requirement expects; null when there is nothing to write. */
export interface ClauseParams {
  readonly uri: string;
  readonly id: string;
  /** `fallback`: what one may yield to; `model` unless said. */
  readonly position?: 'model' | 'fallback';
}
export interface ClauseEdit {
  readonly version: number;
  readonly range: Range;
  /** In snippet syntax, and as plain text. */
  readonly snippet: string;
  readonly plain: string;
}
export const clauseRequest = new RequestType<ClauseParams, ClauseEdit[] | null, void>('clausecheck/clause');

/** Every model clause, to search in. */
export interface ClauseChoice {
  readonly id: string;
  readonly title: string;
  /** The title in the other language. */
  readonly description: string;
  /** The draft in the words of the document, and the position to fall back to where there is one. */
  readonly draft: string;
  readonly fallback: string | undefined;
  /** The item of the Opinions it answers to. */
  readonly group: string;
}
export const clausesRequest = new RequestType<{ readonly uri: string }, ClauseChoice[], void>(
  'clausecheck/clauses',
);

/** The coverage report of a document as one HTML page; null when the document is not judged. */
export interface ReportParams {
  readonly uri: string;
  /** The file's name or path, to be shown. */
  readonly name: string;
}
export const reportRequest = new RequestType<ReportParams, string | null, void>('clausecheck/report');

/** The skeleton of a new document of a type, in snippet syntax and as plain text. */
export interface SkeletonParams {
  readonly type: string;
  readonly language: 'en' | 'zh';
}
export interface SkeletonAnswer {
  readonly snippet: string;
  readonly plain: string;
}
export const skeletonRequest = new RequestType<SkeletonParams, SkeletonAnswer | null, void>(
  'clausecheck/skeleton',
);

/** Asked of the client: the text of a file that the server cannot read; null when there is none. */
export const textRequest = new RequestType<{ readonly uri: string }, string | null, void>('clausecheck/text');

/** Asked of the client: the addresses of the Markdown files in the folders of the workspace. */
export const filesRequest = new RequestType<Record<string, never>, string[], void>('clausecheck/files');
