package org.guiche.partners;

import java.util.Optional;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** A line of a file of people, as far as it can be read by itself. */
record PersonLine(
        LineReading reading,
        @Nullable Email email,
        @Nullable Cpf cpf,
        @Nullable Phone phone,
        @Nullable Boolean manager,
        @Nullable CompanyState company) {

    private static final int LONGEST_NAME = 200;

    static PersonLine of(ImportSheet.Line line, CompanyIndex companies) {
        var reading = new LineReading(line);
        if (line.text("name").isEmpty() || line.text("name").length() > LONGEST_NAME) {
            reading.refuse("name", "partners.import.person.name", LONGEST_NAME);
        }
        if (line.text("email").isEmpty()) {
            reading.refuse("email", "partners.import.person.email");
        }
        return new PersonLine(
                reading,
                reading.read("email", Email::of),
                reading.read("cpf", PersonLine::cpf),
                reading.read("phone", Phone::of),
                reading.flag("manager"),
                company(reading, companies).orElse(null));
    }

    String name() {
        return reading.text("name");
    }

    /** Numbers lose their first zeros in spreadsheets: that is said, and not made up for. */
    private static Cpf cpf(String text) {
        var bare = text.replaceAll("[.\\-/\\s]", "");
        if (bare.matches("[0-9]{1,10}")) {
            throw new RuleViolation("partners.import.cpf.short", bare.length());
        }
        return Cpf.of(text);
    }

    private static Optional<CompanyState> company(LineReading reading, CompanyIndex companies) {
        var said = reading.text("company");
        var found = Cnpj.looksLike(said) ? companies.of(Cnpj.of(said)).stream().toList() : companies.called(said);
        if (found.size() != 1) {
            reading.refuse(
                    "company",
                    said.isEmpty()
                            ? "partners.import.person.company"
                            : found.isEmpty() ? "partners.import.company.none" : "partners.import.company.many");
            return Optional.empty();
        }
        if (!found.get(0).text().active()) {
            reading.refuse(
                    "company",
                    "partners.import.company.closed",
                    found.get(0).text().name());
        }
        return Optional.of(found.get(0));
    }
}
