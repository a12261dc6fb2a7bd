package app.primaryassistant.platform.persistence;

/**
 * Rows that one room gives and another writes by one statement, however many they are: the room that owns a table says what
 * columns it takes, and the other gives a query for them. It is the way in which files become workouts and measurements.
 *
 * @param query a constant; its columns have the names that the taker asks for
 * @param parameters of the query
 */
public record RowSource(String query, Parameters parameters) {}
