import {now} from "./clock.js";

// Civil days are strings, YYYY-MM-DD. Counting with them goes through their own serial number, never through an instant:
// a day has no time zone, and giving it one is how dates slip by a day.

const DAY = 86_400_000;

/** Days since 1970-01-01 of a civil day. */
export function serialOf(day) {
  const [year, month, date] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date) / DAY;
}

/** The civil day with that serial number. */
export function dayOf(serial) {
  const at = new Date(serial * DAY);
  return civil(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

export const plusDays = (day, days) => dayOf(serialOf(day) + days);
const daysBetween = (from, to) => serialOf(to) - serialOf(from);

/** Which day and time (HH:MM) it is at an instant in a time zone. */
export function civilAt(instant, zone) {
  const parts = Object.fromEntries(clock(zone).formatToParts(new Date(instant)).map(({type, value}) => [type, value]));
  return {
    day: civil(Number(parts.year), Number(parts.month), Number(parts.day)),
    time: `${parts.hour}:${parts.minute}`,
    seconds: Number(parts.second),
  };
}

export const todayIn = (zone) => civilAt(now(), zone).day;

/**
 * The instant, as ISO 8601, at which a clock in that zone shows this day and time. Where clocks are set forward over it,
 * the time after the gap; where they are set back, the first of the two.
 */
export function instantOf(day, time, zone) {
  const [hours, minutes] = time.split(":").map(Number);
  const wall = serialOf(day) * DAY + (hours * 60 + minutes) * 60_000;
  const offsetAt = (instant) => {
    const there = civilAt(instant, zone);
    const [h, m] = there.time.split(":").map(Number);
    return serialOf(there.day) * DAY + ((h * 60 + m) * 60 + there.seconds) * 1000 - Math.floor(instant / 1000) * 1000;
  };
  const candidates = [wall - offsetAt(wall - DAY), wall - offsetAt(wall + DAY)];
  const exact = candidates.filter((instant) => instant + offsetAt(instant) === wall);
  return new Date(exact.length ? Math.min(...exact) : Math.max(...candidates)).toISOString();
}

/** "today", "yesterday", "12 days ago": how far a day lies from another, in words. */
export function ago(day, today) {
  const days = daysBetween(today, day);
  const [count, unit] = days > -60 ? [days, "day"] : days > -730 ? [Math.round(days / 30.44), "month"] : [Math.round(days / 365.25), "year"];
  return new Intl.RelativeTimeFormat("en", {numeric: "auto"}).format(count, unit);
}

const clocks = new Map();

function clock(zone) {
  if (!clocks.has(zone)) {
    clocks.set(zone, new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    }));
  }
  return clocks.get(zone);
}

const civil = (year, month, date) =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
