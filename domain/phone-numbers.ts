/** Whether a text holds what may be somebody's phone number: seven digits or more in a row, or nearly. */
export function holdsPhoneNumber(text: string): boolean {
  return /\d(?:[\s().\-–]{0,2}\d){6,}/u.test(text);
}
