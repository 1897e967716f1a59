package org.guiche.partners.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guiche.partners.ImportChange;
import org.guiche.partners.ImportFate;
import org.guiche.partners.ImportFate.Outcome;
import org.guiche.partners.ImportProblem;
import org.guiche.shared.Texts;

/** A line of a file that is brought in, as {@code partners/import.xhtml} shows it. */
public record FateRow(long line, String fate, String css, String name, List<String> details) {

    public FateRow {
        details = List.copyOf(details);
    }

    static FateRow of(ImportFate fate) {
        var details = Stream.concat(
                        fate.changes().stream().map(FateRow::words),
                        fate.problems().stream()
                                .map(problem -> problem.place() == 0
                                        ? problem.sentence()
                                        : column(problem) + ": " + problem.sentence()))
                .toList();
        return new FateRow(
                fate.line(),
                Texts.get("partners.import.fate." + key(fate.outcome())),
                css(fate.outcome()),
                fate.name(),
                details);
    }

    private static String words(ImportChange change) {
        return Texts.get(
                change.before().isEmpty() ? "partners.import.becomes" : "partners.import.changes",
                Texts.get("partners.import.column." + change.column()),
                word(change.after()),
                word(change.before()));
    }

    private static String word(String value) {
        return value.equals("true") || value.equals("false") ? Texts.get("partners.audit.value." + value) : value;
    }

    /** {@code coluna 3 (CNPJ)}. */
    static String column(ImportProblem problem) {
        return problem.column().isEmpty()
                ? Texts.get("partners.import.place", problem.place())
                : Texts.get("partners.import.place.named", problem.place(), problem.column());
    }

    static String key(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    static String css(Outcome outcome) {
        return switch (outcome) {
            case NEW -> "brand";
            case CHANGED -> "ok";
            case REFUSED -> "danger";
            default -> "";
        };
    }
}
