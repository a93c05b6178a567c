import "../design/forms.css";
import "./manage.css";
import { Route, Switch } from "wouter";
import { AddPersonPage } from "./AddPersonPage.tsx";
import { CardsPage } from "./CardsPage.tsx";
import { ManagePage } from "./ManagePage.tsx";
import { PasteListPage } from "./PasteListPage.tsx";
import { PeoplePage } from "./PeoplePage.tsx";

/** The place "Kelola", which travels with whoever may enter it. */
export default function ManagePages() {
  return (
    <Switch>
      <Route path="/kelola/orang" component={PeoplePage} />
      <Route path="/kelola/orang/tambah" component={AddPersonPage} />
      <Route path="/kelola/orang/daftar" component={PasteListPage} />
      <Route path="/kelola/orang/kartu" component={CardsPage} />
      <Route component={ManagePage} />
    </Switch>
  );
}
