/** Terms of the library whose name is no ordinary word. */
const proper = {"e-z curl bar": "EZ curl bar"};

/** The library's own terms begin small; in lists they begin as sentences do. */
export const titled = (term) => proper[term] ?? term[0].toUpperCase() + term.slice(1).replaceAll("-", " ");

export const inWords = (terms) => terms.map((term, index) => (index ? (proper[term] ?? term) : titled(term))).join(", ");

const trackings = {"weight-reps": "Weight and repetitions", "bodyweight-reps": "Body weight, what is added, and repetitions", reps: "Repetitions", duration: "Time", "distance-duration": "Distance and time"};

/** What a set of an exercise is written down as. */
export const trackingInWords = (tracking) => trackings[tracking];
