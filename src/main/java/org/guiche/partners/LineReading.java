package org.guiche.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.guiche.partners.ImportFate.Outcome;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Reads a line of a file cell by cell, and collects all that is wrong with it. */
final class LineReading {

    private static final Set<String> YES = Set.of("sim", "s", "x", "1", "true", "verdadeiro", "ativa", "ativo");
    private static final Set<String> NO =
            Set.of("nao", "n", "0", "false", "falso", "inativa", "inativo", "desativada", "desativado");

    private final ImportSheet.Line line;
    private final List<ImportProblem> problems = new ArrayList<>();

    LineReading(ImportSheet.Line line) {
        this.line = line;
        if (line.beyond() > 0) {
            problems.add(new ImportProblem("", line.beyond(), Texts.get("partners.import.beyond")));
        }
    }

    long number() {
        return line.number();
    }

    /** All that stands on it: a line that says the same is the same. */
    List<String> raw() {
        return line.raw();
    }

    String text(String column) {
        return line.text(column);
    }

    /** The cell as that; null where it is empty or wrong. */
    <T> @Nullable T read(String column, Function<String, T> reading) {
        if (text(column).isEmpty()) {
            return null;
        }
        try {
            return reading.apply(text(column));
        } catch (RuleViolation e) {
            refuse(column, e.key(), e.args().toArray());
            return null;
        }
    }

    /** Yes or no, in several ways of saying it; null where the cell is empty or says neither. */
    @Nullable
    Boolean flag(String column) {
        return read(column, text -> {
            var said = ImportColumn.plain(text);
            if (!YES.contains(said) && !NO.contains(said)) {
                throw new RuleViolation("partners.import.flag");
            }
            return YES.contains(said);
        });
    }

    void refuse(String column, String key, Object... args) {
        var cell = line.cell(column);
        problems.add(new ImportProblem(cell.heading(), cell.place(), Texts.get(key, args)));
    }

    /** For the field that the refusal names, which is the key of a column. */
    void refuse(RuleViolation refusal) {
        var field = refusal.fields().isEmpty() ? "" : refusal.fields().get(0).field();
        refuse(field, refusal.key(), refusal.args().toArray());
    }

    boolean isWrong() {
        return !problems.isEmpty();
    }

    ImportFate refused() {
        return new ImportFate(number(), Outcome.REFUSED, text("name"), List.of(), problems);
    }

    ImportFate fate(Outcome outcome, List<ImportChange> changes) {
        return new ImportFate(number(), outcome, text("name"), changes, List.of());
    }
}
