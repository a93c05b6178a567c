import type { mineId } from "./mine-id.ts";

export const mineEn: typeof mineId = {
  notice: {
    title: "Personal data notice",
    lead: "Before you begin, please read this. Once is enough.",
    purposeTitle: "What for",
    purpose:
      "So that villages can write case analyses and minutes together, and so that it is clear who from which village changed what.",
    basisTitle: "Basis",
    basis:
      "The sub-district's task of guiding village governments, under Law 27 of 2022 on personal data protection.",
    storedTitle: "What is stored",
    stored:
      "Name, position, village or office, a phone number if you gave one, roles, the devices you signed in with, what you write, and the log of events.",
    seenTitle: "Who sees it",
    seen: "People in the forum see your name, position and village. Only facilitators and the camat see phone numbers. The camat and reviewers can read the log. In a case that does not name its village only facilitators know your name.",
    keptTitle: "How long",
    kept: (years) =>
      `${years} years after the programme ends. The sub-district removes data; this product does not do so by itself.`,
    keptDefault:
      "While the programme runs and for as long as the rules on archives demand. The sub-district removes data; this product does not do so by itself.",
    contactTitle: "To ask, or to have something corrected",
    contact: (district) => `The facilitator of ${district}, at the sub-district's office.`,
    information:
      "This informs you; it does not ask for consent. You can read it again under My data. If you object, sign out and talk to the sub-district.",
    understood: "I understand",
    signOut: "Sign out",
  },
  calendar: {
    title: "Calendar",
    explain:
      "With this secret address a calendar on a phone or computer shows your forums and follows their changes. Whoever holds the address can read them, so do not pass it on.",
    none: "There is no calendar address yet.",
    since: (day) => `Made on ${day}. For safety the address is shown only once.`,
    make: "Make a calendar address",
    renew: "Renew the address",
    renewQuestion: "Renew the calendar address?",
    renewConsequence:
      "The old address dies at once. Calendars that use it have to be given the new one.",
    end: "Remove the address",
    endQuestion: "Remove the calendar address?",
    endConsequence: "Your calendar gets no more forums from here.",
    keep: "Keep it",
    address: "Your calendar address",
    onlyNow:
      "Copy it now: it cannot be seen again. In the calendar choose “add from URL” or “subscribe to calendar”.",
  },
  page: {
    title: "My data",
    followUps: "Follow-ups",
    facts: "What is kept about you",
    name: "Name",
    position: "Position",
    from: "Village or office",
    phone: "Phone number",
    phoneHint: "Only facilitators and the camat see it. It may be left empty.",
    noPhone: "Not kept",
    roles: "Roles in the sub-district",
    noRoles: "None",
    forums: "Forums",
    noForums: "Not invited to a forum yet",
    code: "My code",
    codeHint:
      "Give it to another sub-district's camat if you are from a regency office and were asked to review there.",
    correct: "Correct my data",
    save: "Save the correction",
    saved: "The correction is saved.",
    cancel: "Cancel",
    places: "Other places",
    devices: "My devices",
    audit: "Log of events",
    settings: "Sub-district's settings",
    copyTitle: "A copy of my data",
    copy: "Everything that is kept about you, in one JSON file. Taking it is recorded.",
    takeCopy: "Save a copy of my data",
    removalTitle: "Removal",
    removal:
      "To be removed from Sinau Bareng, ask the facilitator. Name, position and phone number go; what you wrote and the record stay under a pseudonym.",
    noticeTitle: "Personal data notice",
  },
};
