/** An exercise and the words it is described with. The words are the data set's own, so that the library needs no translation. */
@NullMarked
package app.primaryassistant.exercises.entity;

import org.jspecify.annotations.NullMarked;
