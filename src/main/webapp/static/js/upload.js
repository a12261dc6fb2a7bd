import {bodyOf, Problem, problemOf, SignedOut} from "./api.js";

/**
 * Sends one file to the API as it is, and returns what the answer says. Unlike `fetch`, it can tell how much is on its way:
 * `progress` is called with the bytes that were sent. What is called off by `signal` ends with the signal's reason.
 */
export function upload(path, file, {progress, signal}) {
  const sending = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    let sent = 0;
    sending.upload.addEventListener("progress", ({loaded}) => {
      sent = Math.min(loaded, file.size);
      progress(sent);
    });
    sending.addEventListener("load", () => resolve(answerOf(sending)));
    sending.addEventListener("error", () => reject(new Problem({
      title: sent && sent < file.size ? "The connection was lost on the way" : "The server cannot be reached",
      detail: "Nothing was imported. Check the connection and try again; the file is still chosen",
    })));
    sending.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => sending.abort(), {once: true});
    sending.open("POST", `/api/v1${path}`);
    sending.setRequestHeader("Accept", "application/json");
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    sending.send(file);
  });
}

async function answerOf(sending) {
  const {status, responseText} = sending;
  if (status === 401) throw new SignedOut();
  const wait = sending.getResponseHeader("Retry-After");
  const response = new Response(responseText, {status, headers: wait ? {"Retry-After": wait} : {}});
  if (!response.ok) throw await problemOf(response);
  return bodyOf(response);
}
