package app.primaryassistant.imports.control.text;

import java.math.BigDecimal;
import java.util.Optional;

/** A number with the symbol of its unit, if one stands beside it. */
public record Amount(BigDecimal number, Optional<String> unit) {}
