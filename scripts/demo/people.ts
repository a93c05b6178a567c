import type { DistrictRole, ForumRole } from "../../domain/roles.ts";
import { demoVillages } from "./villages.ts";

export interface DemoPerson {
  id: string;
  name: string;
  position: string;
  villageId: string | null;
  office: string | null;
  forumRole: ForumRole | null;
  districtRole: DistrictRole | null;
}

const fromVillages = demoVillages.flatMap((village): DemoPerson[] => {
  const letter = village.name.slice(-1);
  return [
    {
      id: `wakil-${letter.toLowerCase()}`,
      name: `Wakil Contoh ${letter}`,
      position: "Sekretaris Desa",
      villageId: village.id,
      office: null,
      forumRole: "representative",
      districtRole: null,
    },
    {
      id: `peserta-${letter.toLowerCase()}`,
      name: `Peserta Contoh ${letter}`,
      position: "Kaur Keuangan",
      villageId: village.id,
      office: null,
      forumRole: "participant",
      districtRole: null,
    },
  ];
});

const fromOffices: DemoPerson[] = [
  {
    id: "fasilitator",
    name: "Fasilitator Contoh",
    position: "Kasi Pemerintahan",
    villageId: null,
    office: "Kecamatan Binangun",
    forumRole: null,
    districtRole: "facilitator",
  },
  {
    id: "notulis",
    name: "Notulis Contoh",
    position: "Staf Seksi Pemerintahan",
    villageId: null,
    office: "Kecamatan Binangun",
    forumRole: "minuteTaker",
    districtRole: null,
  },
  {
    id: "camat",
    name: "Camat Contoh",
    position: "Camat",
    villageId: null,
    office: "Kecamatan Binangun",
    forumRole: null,
    districtRole: "camat",
  },
  {
    id: "peninjau",
    name: "Peninjau Contoh",
    position: "Peninjau",
    villageId: null,
    office: "DPMD Kabupaten Blitar",
    forumRole: null,
    districtRole: "reviewer",
  },
  {
    id: "inspektorat",
    name: "Auditor Contoh",
    position: "Auditor",
    villageId: null,
    office: "Inspektorat Kabupaten Blitar",
    forumRole: null,
    districtRole: "inspectorate",
  },
];

/** One person for each role a visitor may want to try; the names say that they are examples. */
export const demoPeople: readonly DemoPerson[] = [...fromVillages, ...fromOffices];
