"""Reads a calendar file with icalendar and recurring-ical-events, which know nothing of Unknot: what it
says, and every time that its event begins before an instant, as that instant."""

import json
import sys
from datetime import datetime, timezone

import icalendar
import recurring_ical_events

file, until = sys.argv[1:]
with open(file, "rb") as bytes_of:
    calendar = icalendar.Calendar.from_ical(bytes_of.read())
events = calendar.walk("VEVENT")
(event,) = events
begin = event["DTSTART"].dt
starts = [
    one["DTSTART"].dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    for one in recurring_ical_events.of(calendar).between(begin, datetime.fromisoformat(until.replace("Z", "+00:00")))
]
print(
    json.dumps(
        {
            "events": len(events),
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "summary": str(event["SUMMARY"]),
            "text": str(event["DESCRIPTION"]),
            "minutes": event["DURATION"].dt.total_seconds() / 60,
            "alarms": [[str(alarm["ACTION"]), alarm["TRIGGER"].dt.total_seconds()] for alarm in event.walk("VALARM")],
            "starts": sorted(starts),
        }
    )
)
