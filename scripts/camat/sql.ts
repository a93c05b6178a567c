// As text, because wrangler takes no parameters for a deployed database.

export function findDistrictSql(district: string): string {
  return `SELECT name FROM districts WHERE id = ${quote(district)}`;
}

/** Demo people are no camat anybody could ask. */
export function findCamatSql(district: string): string {
  return `SELECT people.name FROM roles JOIN people ON people.id = roles.person_id
WHERE roles.district_id = ${quote(district)} AND roles.role = 'camat' AND people.is_demo = 0 LIMIT 1`;
}

/** The person with both roles and the link; times in ms since 1970. */
export function insertCamatStatements(camat: {
  personId: string;
  district: string;
  name: string;
  position: string;
  office: string;
  tokenHash: string;
  now: number;
  expiresAt: number;
}): string[] {
  const person = quote(camat.personId);
  const district = quote(camat.district);
  return [
    `INSERT INTO people (id, district_id, name, position, office, created_at)
VALUES (${person}, ${district}, ${quote(camat.name)}, ${quote(camat.position)}, ${quote(camat.office)}, ${camat.now})`,
    `INSERT INTO roles (person_id, district_id, role)
VALUES (${person}, ${district}, 'camat'), (${person}, ${district}, 'facilitator')`,
    `INSERT INTO sign_in_links (token_hash, person_id, created_at, expires_at)
VALUES (${quote(camat.tokenHash)}, ${person}, ${camat.now}, ${camat.expiresAt})`,
  ];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
