package org.guiche.partners;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guiche.accounts.Term;
import org.guiche.shared.RuleViolation;

/** The days of a contract, the last one included, as they are counted in Brasília. */
public record Span(LocalDate startsOn, LocalDate endsOn) {

    /** Where a day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private static final int LONGEST_YEARS = 20;

    /** Refuses one that ends before it begins, and one that never does. */
    public Span {
        if (endsOn.isBefore(startsOn)) {
            throw RuleViolation.of("endsOn", "partners.span.backwards");
        }
        if (endsOn.isAfter(startsOn.plusYears(LONGEST_YEARS))) {
            throw RuleViolation.of("endsOn", "partners.span.long", LONGEST_YEARS);
        }
    }

    /** The day that it is there at that moment. */
    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** From the beginning of the first day until that of the day after the last. */
    Term term() {
        return new Term(
                startsOn.atStartOfDay(ZONE).toInstant(),
                endsOn.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /** These as few terms as they are: what follows without a day between is one, so that there is no moment between. */
    static List<Term> terms(List<Span> spans) {
        var terms = new ArrayList<Term>();
        for (var span :
                spans.stream().sorted(Comparator.comparing(Span::startsOn)).toList()) {
            var next = span.term();
            var last = terms.isEmpty() ? null : terms.get(terms.size() - 1);
            if (last == null || next.from().isAfter(last.until())) {
                terms.add(next);
            } else if (next.until().isAfter(last.until())) {
                terms.set(terms.size() - 1, new Term(last.from(), next.until()));
            }
        }
        return terms;
    }
}
