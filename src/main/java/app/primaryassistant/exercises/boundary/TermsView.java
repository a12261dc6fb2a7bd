package app.primaryassistant.exercises.boundary;

import app.primaryassistant.exercises.control.ExerciseSearchRepository.TermCount;
import app.primaryassistant.exercises.entity.Trait;
import java.util.List;

/** The terms that exercises are described with, each with the number of exercises it describes. */
public record TermsView(
        List<Term> categories,
        List<Term> equipment,
        List<Term> levels,
        List<Term> mechanics,
        List<Term> forces,
        List<Term> muscles,
        List<Term> trackings) {

    /** A muscle counts where it is primary. */
    public record Term(String term, int exercises) {}

    static TermsView from(List<TermCount> counts) {
        return new TermsView(
                terms(Trait.CATEGORY, counts),
                terms(Trait.EQUIPMENT, counts),
                terms(Trait.LEVEL, counts),
                terms(Trait.MECHANIC, counts),
                terms(Trait.FORCE, counts),
                terms(Trait.MUSCLE, counts),
                terms(Trait.TRACKING, counts));
    }

    private static List<Term> terms(Trait trait, List<TermCount> counts) {
        return trait.terms().stream()
                .map(term -> new Term(term, count(trait, term, counts)))
                .toList();
    }

    private static int count(Trait trait, String term, List<TermCount> counts) {
        return counts.stream()
                .filter(count -> count.trait() == trait && term.equals(count.term()))
                .mapToInt(TermCount::exercises)
                .sum();
    }
}
