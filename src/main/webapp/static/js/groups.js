/** The catalogue's groups in the order people think of them. */
export const groups = [["body", "Body"], ["girth", "Girths"], ["vital", "Vital signs"], ["wellness", "Wellness"], ["own", "Your own"]];

/** The metrics as options of a `<select>`. */
export const optionsOf = (metrics) => metrics.map(({key, name}) => [key, name]);
