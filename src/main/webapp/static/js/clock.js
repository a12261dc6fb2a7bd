/** Less says nothing: the server tells whole seconds, and its answer takes a while. */
const NOTED = 10_000;

let ahead = 0;

/** Takes the time that an answer says, to know how far this device's clock is off. */
export function syncClock(date) {
  const told = Date.parse(date ?? "");
  if (!Number.isNaN(told)) ahead = Math.abs(Date.now() - told) < NOTED ? 0 : Date.now() - told;
}

/** The instant it is, by the server's clock as far as that is known: phones are set by hand, to be early or by mistake. */
export const now = () => Date.now() - ahead;

/** How far this device's clock is ahead of the server's, in words; empty where that is no matter. */
export function aheadInWords() {
  const minutes = Math.round(ahead / 60_000);
  if (minutes < 2) return "";
  const hours = Math.round(minutes / 60);
  return minutes < 120 ? `${minutes} minutes` : hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** An instant that this device's clock said, as the server's would have said it. */
export const putRight = (instant) => new Date(Date.parse(instant) - ahead).toISOString();
