import {post} from "./api.js";
import {Question} from "./form.js";
import {withUnit} from "./person.js";

const ORDINALS = ["second", "third", "fourth", "fifth"];

/** Without these there is no saving either, and the form says why. */
const TELLING = [401, 422];

/**
 * Asks once about values that are far from a person's usual ones, and knows which days have a value already. What was asked
 * is remembered: whoever saves the same value again means it.
 */
export class Review {
  #asked = new Set();

  /**
   * Throws a Question about the unusual values, unless it was put before; `fieldOf` names a metric's input. Otherwise returns
   * `[metric, words]` of those that are not the first of their day. Without an answer nothing is asked: saving goes on as ever.
   */
  async of({id, localDate, values}, {person, metrics}, fieldOf) {
    const remarks = await this.#remarks({id, localDate, values});
    const about = remarks.map((remark) => ({
      ...remark,
      metric: metrics.find(({key}) => key === remark.metric),
      typed: values.find(({metric}) => metric === remark.metric),
    }));
    const unasked = about.filter(({unusual, typed}) => unusual && !this.#asked.has(signature(localDate, typed)));
    unasked.forEach(({typed}) => this.#asked.add(signature(localDate, typed)));
    if (unasked.length) {
      const questions = unasked.map((one) => ({field: fieldOf(one.metric), message: question(one, person)}));
      throw new Question(questions);
    }
    return about.filter(({earlier}) => earlier.length).map(({metric, earlier}) => [metric, placeInWords(metric, earlier, person)]);
  }

  async #remarks(wanted) {
    try {
      return (await post("/measurements/review", wanted)).items;
    } catch (problem) {
      if (TELLING.includes(problem.status)) throw problem;
      return [];
    }
  }
}

const signature = (localDate, {metric, value, unit}) => [localDate, metric, value, unit].join(" ");

function question({metric, typed, unusual: {typical, meant}}, person) {
  const value = withUnit(person.asEntered(typed.value), typed.unit);
  const guess = meant ? ` Did you mean ${withUnit(person.asEntered(meant.value), meant.unit)}?` : "";
  const what = typical === undefined ? "unusual for an adult" : `far from your usual ${person.valueInWords(metric, typical)}`;
  return `${value} is ${what}.${guess} If it is right, save again.`;
}

/** "the second that day, after 69.6 kg" */
function placeInWords(metric, earlier, person) {
  const place = earlier.length <= ORDINALS.length ? `the ${ORDINALS[earlier.length - 1]}` : "one more";
  const {value, entered} = earlier.at(-1);
  return `${place} that day, after ${person.valueInWords(metric, value, entered)}`;
}
