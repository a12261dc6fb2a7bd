import {get, leaveForSignIn} from "./api.js";
import {Person} from "./person.js";
import {loadVocabulary} from "./vocabulary.js";

let entering;

/** The signed-in person; whoever is not signed in is led to where they can be. One request, however many ask. */
export function requireSession() {
  entering ??= admit();
  return entering;
}

async function admit() {
  const {setupNeeded, signedIn} = await get("/auth/state");
  if (signedIn) {
    const [profile] = await Promise.all([get("/profile"), loadVocabulary()]);
    return new Person(profile);
  }
  return setupNeeded ? leaveFor("/setup/") : leaveForSignIn();
}

/** For pages that are open to everybody: the person if somebody is signed in, else null. */
export async function currentPersonOrNull() {
  const {signedIn} = await get("/auth/state", {stranger: true});
  return signedIn ? requireSession() : null;
}

/** For the pages of strangers: what can be done here, unless they belong elsewhere. */
export async function requireSignedOut({settingUp = false} = {}) {
  const state = await get("/auth/state", {stranger: true});
  if (state.signedIn) return leaveFor(destination());
  if (settingUp && !state.setupNeeded) return leaveFor("/sign-in/");
  return state;
}

/** Where to go after signing in: a path of this site, whatever the address bar says. */
export function destination() {
  const next = new URLSearchParams(location.search).get("next") ?? "/";
  try {
    const url = new URL(next, location.origin);
    return url.origin === location.origin && next.startsWith("/") ? url.pathname + url.search : "/";
  } catch {
    return "/";
  }
}

export function leaveFor(path) {
  location.assign(path);
  return new Promise(() => {});
}
