/** Of all that is asked about what was learnt. */
export const outcomesKey = ["outcomes"];
