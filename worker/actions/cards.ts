import type {
  DocumentKind,
  DocumentStatus,
  ForumStage,
  ForumStatus,
  Theme,
} from "../../domain/statuses.ts";
import type { DocumentRow } from "../db/documents.ts";
import type { ForumRow } from "../db/forums.ts";
import { type Glance, unseen } from "./glances.ts";

/** A forum as lists show it; times in ms since 1970. */
export interface ForumCard {
  id: string;
  title: string;
  theme: Theme;
  stage: ForumStage;
  status: ForumStatus;
  startsAt: number;
  endsAt: number;
  place: string;
}

export interface DocumentCard extends Glance {
  id: string;
  forumId: string;
  forumTitle: string;
  kind: DocumentKind;
  title: string;
  theme: Theme;
  fiscalYear: number;
  status: DocumentStatus;
}

export function forumCard(forum: ForumRow): ForumCard {
  const { id, title, theme, stage, status, startsAt, endsAt, place } = forum;
  return { id, title, theme, stage, status, startsAt, endsAt, place };
}

export function documentCard(
  document: DocumentRow,
  forumTitle: string,
  glance: Glance = unseen,
): DocumentCard {
  const { id, forumId, kind, title, theme, fiscalYear, status } = document;
  return { id, forumId, kind, title, theme, fiscalYear, status, forumTitle, ...glance };
}

/** What is being worked on, as opposed to lying with the camat or behind us. */
export const beingWorkedOn: readonly DocumentStatus[] = ["draft", "open", "drafted", "returned"];
