import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {View} from "./view.js";

const rooms = [
  {path: "/training/", name: "Workouts"},
  {path: "/programs/", name: "Programs"},
  {path: "/exercises/", name: "Exercises"},
  {path: "/progress/", name: "Progress"},
  {path: "/imports/", name: "Import"},
];

/** Pages of the section that the links below lead to by a way of their own. */
const within = {"/workout/": "/training/"};

/** The room of training that an address belongs to, or undefined. */
export const trainingRoom = (path) => rooms.find((room) => room.path === (within[path] ?? path))?.path;

/** The rooms of training, as a second row of links. It stands in the document, so that it is there when a room fails. */
class TrainingNav extends View {
  async connectedCallback() {
    super.connectedCallback();
    await this.refresh();
    this.#reveal();
  }

  /** Where the row is wider than the screen, the room one is in is in sight. */
  #reveal() {
    const row = this.querySelector("nav");
    const here = row.querySelector("[aria-current]")?.getBoundingClientRect();
    if (here) row.scrollLeft = here.left - row.getBoundingClientRect().left - (row.clientWidth - here.width) / 2;
  }

  template() {
    return html`
      <nav class="section-rooms" aria-label="Training">
        <ul class="plain">
          ${rooms.map(({path, name}) => html`<li><a href=${path} aria-current=${this.#currency(path)}>${name}</a></li>`)}
        </ul>
      </nav>`;
  }

  #currency(path) {
    if (trainingRoom(location.pathname) !== path) return nothing;
    return location.pathname === path && !location.search.includes("id=") ? "page" : "true";
  }
}

customElements.define("training-nav", TrainingNav);
