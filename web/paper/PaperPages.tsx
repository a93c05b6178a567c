import { Route, Switch } from "wouter";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { DocumentPaper } from "./DocumentPaper.tsx";

/** Everything that an office prints, fetched by whoever prints it. */
export default function PaperPages() {
  return (
    <Switch>
      <Route path="/dokumen/:documentId/cetak">
        {({ documentId }) => <DocumentPaper key={documentId} documentId={documentId} />}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
