// Reads a calendar file with ical.js, which knows nothing of Unknot: what it says, and every time that its
// event begins before an instant, as that instant.

import { readFileSync } from "node:fs";
import { argv } from "node:process";
import ICAL from "ical.js";

const [, , file, until] = argv;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const events = calendar.getAllSubcomponents("vevent");
const event = new ICAL.Event(events[0]);
const starts = [];
const times = event.iterator();
for (let time = times.next(); time && time.toJSDate() < new Date(until); time = times.next()) {
  starts.push(time.toJSDate().toISOString().replace(".000Z", "Z"));
}
const alarms = events[0].getAllSubcomponents("valarm").map((alarm) => {
  return [alarm.getFirstPropertyValue("action"), alarm.getFirstPropertyValue("trigger").toSeconds()];
});
console.log(
  JSON.stringify({ events: events.length, uid: event.uid, sequence: event.sequence, summary: event.summary, text: event.description, minutes: event.duration.toSeconds() / 60, alarms, starts }),
);
