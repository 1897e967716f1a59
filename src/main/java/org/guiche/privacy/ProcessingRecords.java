package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.accounts.Person;
import org.guiche.shared.Texts;

/** The record of what is done with personal data (LGPD, art. 37). For the data officer. */
@Stateless
public class ProcessingRecords {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @EJB
    Encarregados encarregados;

    /** All of it. */
    public List<Treatment> all(Person by) {
        PrivacyAccess.requireOfficer(by);
        return Treatment.all();
    }

    /** The same for a spreadsheet: semicolons, UTF-8 with its mark, as Excel opens it here (BRAZIL section 7). */
    public String csv(Person by) {
        var head = Stream.of("name", "data", "origin", "purpose", "basis", "sharing", "kept")
                .map(word -> Texts.get("privacy.records." + word));
        var rows = all(by).stream()
                .map(one -> Stream.of(
                        one.name(), one.data(), one.origin(), one.purpose(), one.basis(), one.sharing(), one.kept()));
        var named = encarregados.get();
        var last = Stream.of(Texts.get("privacy.tab.officer"), named.name(), named.contact());
        return Stream.concat(Stream.concat(Stream.of(head), rows), Stream.of(last))
                .map(row -> row.map(ProcessingRecords::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    /** Quoted, and never read as a formula (SECURITY 32). */
    private static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
