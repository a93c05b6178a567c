/** The place "Program": how the year of learning goes, and its ways on. */
export const programId = {
  title: "Program Sinau Bareng",
  intro: "Dua belas desa belajar bersama mengelola APBDes, dari kebutuhan sampai hasilnya.",
  stagesTitle: "Lima tahap",
};
