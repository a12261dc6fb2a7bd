package app.primaryassistant.platform.figure;

import java.util.List;

/**
 * How a number was computed.
 *
 * @param source who published the formula, and when
 * @param validity for whom and when it holds, and what its interval leaves out
 */
public record Explanation(String formula, String source, String validity, List<Input> inputs) {

    public Explanation {
        inputs = List.copyOf(inputs);
    }

    /** A formula by itself, before it is given inputs. */
    public Explanation(String formula, String source, String validity) {
        this(formula, source, validity, List.of());
    }

    public Explanation with(List<Input> given) {
        return new Explanation(formula, source, validity, given);
    }
}
