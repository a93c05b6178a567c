import type { Editor } from "@tiptap/core";
import { lazy, Suspense, useEffect, useState } from "react";
import { Link } from "wouter";
import { outcomeStatuses } from "../../domain/outcomes.ts";
import { isBeforeCamat } from "../../domain/statuses.ts";
import { Button } from "../design/Button.tsx";
import { Notice } from "../design/Notice.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { DocumentStatusBadge } from "../documents/DocumentStatusBadge.tsx";
import { ExportButton } from "../export/ExportButton.tsx";
import { useLargePaste } from "../import/use-large-paste.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { ModuleStatusBadge } from "../modules/ModuleStatusBadge.tsx";
import { askToKeepStorage } from "../offline/keep-storage.ts";
import { patiently } from "../offline/patiently.ts";
import { newProblemAddress } from "../problem-map/source-address.ts";
import { useEditsMap } from "../problem-map/use-edits-map.ts";
import { useMe } from "../session/SignedIn.tsx";
import { StatusDisclosure } from "../statuses/StatusDisclosure.tsx";
import { DocumentText } from "./DocumentText.tsx";
import type { DocumentPageData } from "./document-query.ts";
import { resumeCaret } from "./editor/resume-caret.ts";
import { HistoryLink } from "./HistoryLink.tsx";
import { useWantsControls } from "./locks/use-wants-controls.ts";
import { NotesButton } from "./NotesButton.tsx";
import { Outline } from "./Outline.tsx";
import { renewConnection } from "./open-connections.ts";
import { PresenceBar } from "./PresenceBar.tsx";
import { PrintLink } from "./PrintLink.tsx";
import { RecoveredNotice } from "./RecoveredNotice.tsx";
import { RefusedNotice } from "./RefusedNotice.tsx";
import { RightsNotice } from "./RightsNotice.tsx";
import { readsInstead } from "./refused-changes.ts";
import type { RoomConnection } from "./room-connection.ts";
import { SavedLight } from "./SavedLight.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { UnnamedNotice } from "./UnnamedNotice.tsx";
import { useConnection, useConnectionView } from "./use-connection.ts";
import { useNeedsRegister } from "./use-needs-register.ts";
import { type Notes, useNotes } from "./use-notes.ts";

/** Few people ever need it. */
const ReadingText = lazy(() => import("./ReadingText.tsx"));
const PartControls = lazy(() => patiently(() => import("./locks/PartControls.tsx")));
const KnownCitations = lazy(() => patiently(() => import("./KnownCitations.tsx")));
const WholeLock = lazy(() => patiently(() => import("./locks/WholeLock.tsx")));
const DocumentMoves = lazy(() => patiently(() => import("../statuses/DocumentMoves.tsx")));
const PrintedFoot = lazy(() => patiently(() => import("../sign-off/PrintedFoot.tsx")));
const SignOffPanel = lazy(() => patiently(() => import("../sign-off/SignOffPanel.tsx")));
const ImportDialog = lazy(() => patiently(() => import("../import/ImportDialog.tsx")));
const RedactionPanel = lazy(() => patiently(() => import("../redaction/RedactionPanel.tsx")));
const RedactionWaiting = lazy(() => patiently(() => import("../redaction/RedactionWaiting.tsx")));
const RedactionDialog = lazy(() => patiently(() => import("../redaction/RedactionDialog.tsx")));
const NotesDesk = lazy(() => patiently(() => import("../notes/NotesDesk.tsx")));

interface Props {
  data: DocumentPageData;
  onReopen: () => void;
}

export function DocumentDesk({ data, onReopen }: Props) {
  const connection = useConnection(data.document.id);
  // Outlives the connection, which begins anew when words are removed.
  const [redacted, setRedacted] = useState<string | null>(null);
  if (!connection) return <Skeleton rows={4} />;
  const { id: documentId, status } = data.document;
  // What the device kept from an older page has none.
  const way = data.redaction?.may ?? null;
  const onRedact = way && setRedacted;
  return (
    <>
      <OpenDesk key={connection.doc.guid} {...{ data, connection, onReopen, onRedact }} />
      {way && redacted !== null && (
        <Suspense>
          <RedactionDialog
            {...{ documentId, way }}
            isSubmitted={isBeforeCamat(status)}
            words={redacted}
            onClose={() => setRedacted(null)}
          />
        </Suspense>
      )}
    </>
  );
}

interface OpenDeskProps extends Props {
  connection: RoomConnection;
  onRedact: ((words: string) => void) | null;
}

function OpenDesk({ data, connection, onReopen, onRedact }: OpenDeskProps) {
  const { document: words, documentKinds } = useMessages();
  const [language] = useLanguage();
  const personId = useMe().person.id;
  const collects = useEditsMap();
  const view = useConnectionView(connection);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isEditing, setEditing] = useState(connection.caretBefore !== null);
  const { document, me } = data;
  // What the device kept from an older page has no others.
  const named = [...data.villages, ...(data.otherVillages ?? [])];
  const notes = useNotes(document.id, me.personId, connection);
  const mayEdit =
    me.mayWrite && view.hasDocument && view.refusal === null && !view.isStorageFailing;

  const [importing, setImporting] = useState<{ pasted: string | null } | null>(null);
  useLargePaste(editor, (pasted) => setImporting({ pasted }));
  const wantsControls = useWantsControls(editor, data.mayLock || view.locks.length > 0);
  const needsRegister = useNeedsRegister(editor);

  useEffect(() => {
    editor?.setEditable(isEditing && mayEdit);
  }, [editor, isEditing, mayEdit]);

  useEffect(() => {
    if (editor && connection.caretBefore) resumeCaret(editor, connection.caretBefore);
  }, [editor, connection]);

  const startOrStop = () => {
    if (!isEditing) askToKeepStorage();
    setEditing(!isEditing);
  };
  const reopen = () => {
    renewConnection({ personId, documentId: document.id });
    onReopen();
  };

  return (
    <article className="desk" data-editing={isEditing && mayEdit} data-notes={notes.isOpen}>
      <header className="desk-head">
        <p className="desk-kind">
          {documentKinds[document.kind]}
          {document.proposedBy && ` · ${words.proposedBy(document.proposedBy.name)}`}
        </p>
        <h1>{document.title}</h1>
        <div className="desk-state">
          {/* What the device kept from an older page has none. */}
          {document.moduleStatus ? (
            <ModuleStatusBadge status={document.moduleStatus} />
          ) : (
            <DocumentStatusBadge status={document.status} />
          )}
          {view.refusal === null && <PresenceBar connection={connection} me={me} />}
        </div>
        {/* What the device kept from an older page has none. */}
        {data.moves?.length > 0 && (
          <StatusDisclosure>
            <DocumentMoves {...data} />
            {data.mayLock && <WholeLock documentId={document.id} connection={connection} />}
          </StatusDisclosure>
        )}
        {document.kind === "case" && outcomeStatuses.includes(document.status) && (
          <Link href={`/program/hasil/${document.id}`} className="desk-outcome">
            {words.outcome}
          </Link>
        )}
        {document.kind === "case" && collects && (
          <Link
            href={newProblemAddress({ kind: "case", documentId: document.id })}
            className="desk-outcome"
          >
            {words.toProblemMap}
          </Link>
        )}
        {document.kind !== "module" && <PrintLink documentId={document.id} place="head" />}
        {hasSigning(data) && (
          <Suspense>
            <SignOffPanel data={data} />
          </Suspense>
        )}
        {data.redaction?.waiting > 0 && (
          <Suspense>
            <RedactionWaiting />
          </Suspense>
        )}
        {!isEditing && <ExportButton data={data} />}
      </header>
      <div className="desk-bar">
        <SavedLight view={view} />
        <Outline editor={editor} connection={connection} variant="menu" />
        <NotesButton notes={notes} />
        <HistoryLink documentId={document.id} />
        {document.kind !== "module" && <PrintLink documentId={document.id} place="bar" />}
        {mayEdit && <EditButton isEditing={isEditing} onToggle={startOrStop} />}
      </div>
      {view.isStorageFailing && (
        <Notice icon="warning" tone="wait">
          {words.storageFailing}
        </Notice>
      )}
      {view.refusal && <RefusedNotice connection={connection} onReopen={reopen} />}
      <RightsNotice connection={connection} documentId={document.id} mayWrite={me.mayWrite} />
      <RecoveredNotice connection={connection} />
      {document.isUnnamed && <UnnamedNotice me={me} />}
      {!me.mayWrite && <p className="soft">{words[readingOf(data)]}</p>}
      {wantsControls && editor && (
        <Suspense>
          <PartControls {...{ editor, connection, data }} isEditing={isEditing && mayEdit} />
        </Suspense>
      )}
      {editor && needsRegister && (
        <Suspense>
          <KnownCitations editor={editor} />
        </Suspense>
      )}
      <div className="desk-columns">
        <Outline editor={editor} connection={connection} variant="list" />
        {readsInstead(view.refusal) ? (
          <Suspense fallback={<Skeleton rows={6} />}>
            <ReadingText documentId={document.id} villages={named} />
          </Suspense>
        ) : view.hasDocument ? (
          <DocumentText
            key={`${language} ${me.lanes}`}
            connection={connection}
            villages={named}
            lanes={me.lanes}
            onEditor={setEditor}
          />
        ) : view.isDeviceRead && view.link === "lost" ? (
          <Notice icon="offline" tone="wait">
            {words.notHere}
          </Notice>
        ) : (
          <Skeleton rows={6} />
        )}
        {notes.isNeeded && (
          <Suspense fallback={<NotesOnTheirWay notes={notes} isLost={view.link !== "open"} />}>
            {/* What was begun in it may have lost words with the document that this device had. */}
            <NotesDesk
              key={String(view.hasDocument)}
              {...{ data, connection, editor, notes, onRedact }}
            />
          </Suspense>
        )}
      </div>
      {(onRedact || data.redaction?.shown > 0) && (
        <Suspense>
          <RedactionPanel
            documentId={document.id}
            editor={editor}
            onRedact={onRedact && (() => onRedact(""))}
          />
        </Suspense>
      )}
      {isEditing && mayEdit && editor && (
        <Toolbar editor={editor} onImport={() => setImporting({ pasted: null })} />
      )}
      {importing && editor && (
        <Suspense>
          <ImportDialog
            {...{ data, editor, connection }}
            pasted={importing.pasted}
            onClose={() => setImporting(null)}
          />
        </Suspense>
      )}
      {hasSigning(data) && (
        <Suspense>
          <PrintedFoot data={data} />
        </Suspense>
      )}
    </article>
  );
}

/** Whether there is anything to tell of its way to being signed. */
function hasSigning({ signing, reviews }: DocumentPageData): boolean {
  // What the device kept from an older page has none.
  if (!signing) return false;
  const { submission, returned, corrects, correctedBy, may } = signing;
  const hasWay = Boolean(submission || returned || corrects || correctedBy);
  return hasWay || may.submit || may.correct || (reviews?.length ?? 0) > 0;
}

/** Why this person reads, and what they can do instead: villages propose what is to be mended. */
function readingOf({ document: { status, kind }, me }: DocumentPageData) {
  if (me.isFrozen) return "frozen";
  if (kind === "module") return "module";
  if (status === "draft") return "draft";
  const isMended = status === "drafted" || status === "returned";
  return isMended && me.village !== null ? "drafted" : "readOnly";
}

function EditButton({ isEditing, onToggle }: { isEditing: boolean; onToggle: () => void }) {
  const { document: words } = useMessages();
  if (isEditing) return <Button onClick={onToggle}>{words.stopEditing}</Button>;
  return (
    <Button weight="primary" icon="pencil" onClick={onToggle}>
      {words.startEditing}
    </Button>
  );
}

/** The text stays; they come as soon as the line is there. */
function NotesOnTheirWay({ notes, isLost }: { notes: Notes; isLost: boolean }) {
  const { errors, loading } = useMessages();
  return (
    <div className="notes-layer" hidden={!notes.isOpen}>
      {isLost ? (
        <Notice icon="offline" tone="wait">
          {errors.unreachable}
        </Notice>
      ) : (
        <p role="status">{loading}</p>
      )}
    </div>
  );
}
