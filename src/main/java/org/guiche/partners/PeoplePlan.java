package org.guiche.partners;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.accounts.KnownPerson;
import org.guiche.partners.ImportFate.Outcome;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each line of a file of people. A line is about the person of its address; one that stands there with several companies
 * belongs to them all. An empty cell changes nothing, and nobody is taken out of a company. Whose a CPF is that somebody has is never said.
 */
final class PeoplePlan {

    private final Map<String, KnownPerson> byEmail = new HashMap<>();
    private final Map<String, KnownPerson> byCpf = new HashMap<>();
    private final List<ImportFate> fates = new ArrayList<>();
    private final Map<List<String>, Long> lines = new HashMap<>();
    private final Map<String, PersonDraft> drafts = new LinkedHashMap<>();
    private final Map<String, PersonDraft> cpfs = new HashMap<>();

    PeoplePlan(List<KnownPerson> known) {
        for (var person : known) {
            byEmail.put(person.email(), person);
            var cpf = person.cpf();
            if (cpf != null) {
                byCpf.put(cpf.digits(), person);
            }
        }
    }

    PeoplePlan of(List<PersonLine> all) {
        all.forEach(line -> fates.add(fate(line)));
        return this;
    }

    List<ImportFate> fates() {
        return fates;
    }

    /** Those who are new or become otherwise. */
    List<PersonDraft> drafts() {
        return drafts.values().stream().filter(PersonDraft::isDifferent).toList();
    }

    private ImportFate fate(PersonLine line) {
        var reading = line.reading();
        if (lines.putIfAbsent(reading.raw(), reading.number()) != null) {
            return reading.fate(Outcome.REPEATED, List.of());
        }
        var email = line.email();
        var company = line.company();
        if (reading.isWrong() || email == null || company == null) {
            return reading.refused();
        }
        var before = drafts.get(email.address());
        var draft = before == null ? begun(email, line) : before;
        if (!reading.isWrong()) {
            check(draft, before != null, line, company);
        }
        if (reading.isWrong()) {
            return reading.refused();
        }
        drafts.put(email.address(), draft);
        return planned(draft, before == null, line, company);
    }

    private PersonDraft begun(Email email, PersonLine line) {
        var known = byEmail.get(email.address());
        if (known != null && !known.active()) {
            line.reading().refuse("email", "partners.import.person.inactive");
        } else if (known != null && (known.staff() || known.isPartnerUser())) {
            line.reading().refuse("email", "partners.import.person.elsewhere");
        }
        return new PersonDraft(known, line.name(), email, line.reading().number());
    }

    private void check(PersonDraft draft, boolean isAgain, PersonLine line, CompanyState company) {
        var reading = line.reading();
        if (isAgain && !draft.isCalled(line)) {
            reading.refuse("name", "partners.import.person.apart", draft.line());
        }
        if (draft.holds(company.groupId())) {
            reading.refuse("company", "partners.import.person.twice", draft.line());
        }
        var cpf = line.cpf();
        if (cpf != null) {
            unshared(draft, cpf, reading);
        }
    }

    private void unshared(PersonDraft draft, Cpf cpf, LineReading reading) {
        var owner = byCpf.get(cpf.digits());
        var other = cpfs.get(cpf.digits());
        var known = draft.known();
        if (owner != null && (known == null || owner.id() != known.id())) {
            reading.refuse("cpf", "partners.import.cpf.taken");
        } else if (draft.cpf() != null && !cpf.equals(draft.cpf())) {
            reading.refuse("cpf", "partners.import.cpf.other");
        } else if (other != null && other != draft) {
            reading.refuse("cpf", "partners.import.cpf.twice", other.line());
        }
    }

    private ImportFate planned(PersonDraft draft, boolean isFirst, PersonLine line, CompanyState company) {
        var changes = new ArrayList<ImportChange>();
        var cpf = line.cpf();
        if (cpf != null) {
            cpfs.put(cpf.digits(), draft);
        }
        draft.take(line, changes);
        place(draft, line, company, changes);
        if (isFirst && draft.known() == null) {
            return line.reading().fate(Outcome.NEW, List.of());
        }
        return line.reading().fate(changes.isEmpty() ? Outcome.SAME : Outcome.CHANGED, changes);
    }

    private static void place(PersonDraft draft, PersonLine line, CompanyState company, List<ImportChange> changes) {
        var now = wholeGroup(draft.known(), company.groupId());
        var manager = Objects.requireNonNullElse(line.manager(), Boolean.TRUE.equals(now));
        draft.place(company, manager, !manager.equals(now));
        if (now == null) {
            changes.add(new ImportChange("company", "", company.text().name()));
        }
        if (!manager.equals(Objects.requireNonNullElse(now, false))) {
            changes.add(new ImportChange("manager", Boolean.toString(!manager), Boolean.toString(manager)));
        }
    }

    /** Whether the person sees all of that group today; null where the person is no member. */
    private static @Nullable Boolean wholeGroup(@Nullable KnownPerson known, long groupId) {
        return known == null
                ? null
                : known.memberships().stream()
                        .filter(membership -> membership.groupId() == groupId)
                        .findFirst()
                        .map(membership -> membership.wholeGroup())
                        .orElse(null);
    }
}
