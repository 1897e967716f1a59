package org.guiche.partners;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.ImportedPerson;
import org.guiche.accounts.KnownPerson;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** A person as the lines of a file make him or her. */
final class PersonDraft {

    private final @Nullable KnownPerson known;
    private final Email email;
    private final long line;
    private String name;
    private @Nullable Cpf cpf;
    private @Nullable Phone phone;
    private boolean different;
    private final Map<Long, Place> places = new LinkedHashMap<>();

    /** A place in a company. */
    private record Place(CompanyState company, boolean manager, boolean isNew) {}

    PersonDraft(@Nullable KnownPerson known, String name, Email email, long line) {
        this.known = known;
        this.email = email;
        this.line = line;
        this.name = known == null ? name : known.name();
        this.cpf = known == null ? null : known.cpf();
        this.phone = known == null ? null : known.phone();
        this.different = known == null;
    }

    @Nullable
    KnownPerson known() {
        return known;
    }

    /** Whether the person is registered by this, and so may be invited. */
    boolean isNew() {
        return known == null;
    }

    /** On which line the person stands first. */
    long line() {
        return line;
    }

    @Nullable
    Cpf cpf() {
        return cpf;
    }

    boolean isDifferent() {
        return different;
    }

    /** Whether a line gave the person a place in that group already. */
    boolean holds(long groupId) {
        return places.containsKey(groupId);
    }

    /** Whether another line says the same name and phone of the person. */
    boolean isCalled(PersonLine other) {
        return other.name().equals(name)
                && (other.phone() == null || phone == null || other.phone().equals(phone));
    }

    /** Takes what the line says, and tells what that changes. */
    void take(PersonLine line, List<ImportChange> changes) {
        var wasPhone = phone == null ? "" : phone.formatted();
        if (!line.name().equals(name)) {
            changes.add(new ImportChange("name", name, line.name()));
            name = line.name();
        }
        if (line.cpf() != null && cpf == null) {
            changes.add(new ImportChange("cpf", "", line.cpf().masked()));
            cpf = line.cpf();
        }
        if (line.phone() != null && !line.phone().equals(phone)) {
            changes.add(new ImportChange("phone", wasPhone, line.phone().formatted()));
            phone = line.phone();
        }
        different |= !changes.isEmpty();
    }

    void place(CompanyState company, boolean manager, boolean isNew) {
        places.put(company.groupId(), new Place(company, manager, isNew));
        different |= isNew;
    }

    /** What is to be written. */
    ImportedPerson imported() {
        var written = places.values().stream()
                .filter(Place::isNew)
                .map(place -> new ImportedPerson.Place(place.company().groupId(), place.manager()))
                .toList();
        return new ImportedPerson(known, name, email, cpf, phone, written);
    }

    /** For the trail: the companies, and which of the person's data are others now; never those data. */
    Map<String, Object> words() {
        var companies = new ArrayList<String>();
        var managed = new ArrayList<String>();
        places.values().stream()
                .filter(Place::isNew)
                .forEach(place -> (place.manager() ? managed : companies)
                        .add(place.company().text().name()));
        var words = new LinkedHashMap<String, Object>();
        if (!companies.isEmpty()) {
            words.put("companies", companies);
        }
        if (!managed.isEmpty()) {
            words.put("managed", managed);
        }
        var data = data();
        if (!data.isEmpty()) {
            words.put("data", data);
        }
        return words;
    }

    private List<String> data() {
        var data = new ArrayList<String>();
        if (known == null) {
            return data;
        }
        if (!name.equals(known.name())) {
            data.add("name");
        }
        if (cpf != null && !cpf.equals(known.cpf())) {
            data.add("cpf");
        }
        if (phone != null && !phone.equals(known.phone())) {
            data.add("phone");
        }
        return data;
    }
}
