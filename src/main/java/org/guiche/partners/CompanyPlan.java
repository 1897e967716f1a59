package org.guiche.partners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.partners.ImportFate.Outcome;
import org.guiche.shared.Cnpj;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each line of a file of companies. A line is about the company of its CNPJ, else about the one of its name; one of that
 * name whose CNPJ is not known yet gets it. An empty cell changes nothing.
 */
final class CompanyPlan {

    private final CompanyIndex index;
    private final List<ImportFate> fates = new ArrayList<>();
    private final List<CompanyText> added = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();
    private final Map<List<String>, Long> lines = new HashMap<>();
    private final Map<String, Long> subjects = new HashMap<>();
    private final Map<String, Long> domains = new HashMap<>();

    CompanyPlan(CompanyIndex index) {
        this.index = index;
    }

    /** A company as it is and as it will be. */
    record Change(CompanyState before, CompanyText after) {}

    CompanyPlan of(List<ImportSheet.Line> all) {
        all.forEach(line -> fates.add(fate(new LineReading(line))));
        return this;
    }

    List<ImportFate> fates() {
        return fates;
    }

    List<CompanyText> added() {
        return added;
    }

    List<Change> changed() {
        return changed;
    }

    private ImportFate fate(LineReading line) {
        if (lines.putIfAbsent(line.raw(), line.number()) != null) {
            return line.fate(Outcome.REPEATED, List.of());
        }
        var cnpj = line.read("cnpj", CompanyPlan::cnpj);
        var active = line.flag("active");
        if (line.isWrong()) {
            return line.refused();
        }
        var known = known(line, cnpj);
        var text = line.isWrong() ? null : text(line, known, cnpj, active);
        if (text != null) {
            once(line, known, text);
            unshared(line, known, text);
        }
        return text == null || line.isWrong() ? line.refused() : planned(line, known, text);
    }

    /** Numbers lose their first zeros in spreadsheets: that is said, and not made up for. */
    private static Cnpj cnpj(String text) {
        var bare = text.replaceAll("[.\\-/\\s]", "");
        if (bare.matches("[0-9]{1,13}")) {
            throw new RuleViolation("partners.import.cnpj.short", bare.length());
        }
        return Cnpj.of(text);
    }

    private @Nullable CompanyState known(LineReading line, @Nullable Cnpj cnpj) {
        var ofCnpj = cnpj == null ? Optional.<CompanyState>empty() : index.of(cnpj);
        if (ofCnpj.isPresent()) {
            return ofCnpj.get();
        }
        var called = index.called(line.text("name")).stream()
                .filter(company -> cnpj == null || company.text().cnpj() == null)
                .toList();
        if (called.size() > 1) {
            line.refuse("name", "partners.import.company.many");
        }
        return called.size() == 1 ? called.get(0) : null;
    }

    private static @Nullable CompanyText text(
            LineReading line, @Nullable CompanyState known, @Nullable Cnpj cnpj, @Nullable Boolean active) {
        var before = known == null ? null : known.text();
        var domains = line.text("domains").isEmpty()
                ? before == null ? List.<String>of() : before.domains()
                : Arrays.stream(line.text("domains").split("[,;|\\s]+", -1))
                        .filter(domain -> !domain.isEmpty())
                        .toList();
        try {
            return new CompanyText(
                    before != null && (cnpj == null || !cnpj.equals(before.cnpj())) ? before.name() : line.text("name"),
                    cnpj == null && before != null ? before.cnpj() : cnpj,
                    line.text("address").isEmpty() && before != null ? before.address() : line.text("address"),
                    active == null ? before == null || before.active() : active,
                    domains);
        } catch (RuleViolation e) {
            line.refuse(e);
            return null;
        }
    }

    /** One company, one line: what two of them say would depend on their order. */
    private void once(LineReading line, @Nullable CompanyState known, CompanyText text) {
        var cnpj = text.cnpj();
        var subject = known != null
                ? "id " + known.id()
                : cnpj != null ? "cnpj " + cnpj.value() : "name " + ImportColumn.plain(text.name());
        var before = subjects.putIfAbsent(subject, line.number());
        if (before != null) {
            line.refuse(cnpj == null ? "name" : "cnpj", "partners.import.company.twice", before);
        }
    }

    private void unshared(LineReading line, @Nullable CompanyState known, CompanyText text) {
        for (var domain : text.domains()) {
            var owner = index.ofDomain(domain).orElse(null);
            var before = domains.putIfAbsent(domain, line.number());
            if (owner != null && (known == null || owner.id() != known.id())) {
                line.refuse(
                        "domains", "partners.domain.taken", domain, owner.text().name());
            } else if (before != null) {
                line.refuse("domains", "partners.import.domain.twice", domain, before);
            }
        }
    }

    private ImportFate planned(LineReading line, @Nullable CompanyState known, CompanyText text) {
        if (known == null) {
            added.add(text);
            return line.fate(Outcome.NEW, List.of());
        }
        var before = known.text().apartFrom(text);
        var after = text.apartFrom(known.text());
        if (after.isEmpty()) {
            return line.fate(Outcome.SAME, List.of());
        }
        changed.add(new Change(known, text));
        return line.fate(
                Outcome.CHANGED,
                after.keySet().stream()
                        .map(column -> new ImportChange(
                                column, before.getOrDefault(column, ""), after.getOrDefault(column, "")))
                        .toList());
    }
}
