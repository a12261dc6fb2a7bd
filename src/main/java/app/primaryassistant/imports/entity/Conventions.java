package app.primaryassistant.imports.entity;

import java.util.Map;
import java.util.Optional;

/**
 * How a file is written, as far as somebody has said.
 *
 * @param units the symbol of the unit for each dimension whose values came without one
 */
public record Conventions(Optional<DateOrder> dates, Optional<DecimalMark> decimals, Map<String, String> units) {

    public static final Conventions UNKNOWN = new Conventions(Optional.empty(), Optional.empty(), Map.of());
}
