package app.primaryassistant.imports.entity;

import java.util.List;

/**
 * What a file leaves open about how it is written.
 *
 * @param about {@code dates}, {@code decimals}, or the dimension of the values that came without a unit, such as {@code mass}
 * @param examples how it stands in the file
 * @param options what can be answered
 */
public record Question(String about, List<String> examples, List<String> options) {}
