import "./letters.css";
import { Route, Switch } from "wouter";
import { usePaperMessages } from "../messages/use-paper-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { AgreementsPaper } from "./AgreementsPaper.tsx";
import { DocumentPaper } from "./DocumentPaper.tsx";
import { ForumPaper } from "./ForumPaper.tsx";
import { InvitationPaper } from "./InvitationPaper.tsx";
import { OutcomePaper } from "./OutcomePaper.tsx";

/** What an office prints beside the attendance list, fetched by whoever prints it. */
export default function PaperPages() {
  const words = usePaperMessages();
  return (
    <Switch>
      <Route path="/dokumen/:documentId/cetak">
        {({ documentId }) => <DocumentPaper key={documentId} documentId={documentId} />}
      </Route>
      <Route path="/program/hasil/:documentId/cetak">
        {({ documentId }) => <OutcomePaper key={documentId} documentId={documentId} />}
      </Route>
      <Route path="/forum/:forumId/berita-acara">
        {({ forumId }) => (
          <ForumPaper
            key={forumId}
            forumId={forumId}
            title={words.agreements.name}
            back={`/forum/${forumId}/kesepakatan`}
          >
            {(props) => <AgreementsPaper {...props} />}
          </ForumPaper>
        )}
      </Route>
      <Route path="/forum/:forumId/undangan">
        {({ forumId }) => (
          <ForumPaper
            key={forumId}
            forumId={forumId}
            title={words.invitation.name}
            back={`/forum/${forumId}`}
          >
            {/* A letter of the office is its hosts' to write. */}
            {(props) =>
              props.forum.may.configure ? (
                <InvitationPaper {...props} />
              ) : (
                <p>{words.invitation.hostsOnly}</p>
              )
            }
          </ForumPaper>
        )}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
