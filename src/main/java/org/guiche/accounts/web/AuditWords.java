package org.guiche.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.accounts.AuditRecord;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.Audited;
import org.guiche.accounts.People;
import org.guiche.accounts.UnitNames;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the audit trail in words, for every page that shows some: {@code /WEB-INF/accounts/audit.xhtml} with the parameter
 * {@code records}. People are named as they are called now, so that whoever was erased has no name here either. What a value is called
 * is in the bundle of the module whose act it is: {@code <module>.audit.field.<name>} and {@code <module>.audit.value.<value>}.
 */
@Named
@RequestScoped
public class AuditWords {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String NOTHING = "—";
    private static final String UNIT = "unit";

    @Inject
    People people;

    @Inject
    Event<UnitNames> keepers;

    /** A line as it is shown. */
    public record Row(
            String at,
            String moment,
            String who,
            String act,
            String subject,
            @Nullable String why,
            List<Change> changes) {}

    /** A value that is another one. */
    public record Change(String what, String before, String after) {}

    /** These lines in words. People's names are looked up in one query, those of units in memory. */
    public List<Row> rows(Collection<AuditRecord> records) {
        var ids = records.stream()
                .flatMap(line -> Stream.of(line.personId(), person(line.audited())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = people.names(ids);
        var units = units(records);
        return records.stream().map(line -> row(line, names, units)).toList();
    }

    private UnitNames units(Collection<AuditRecord> records) {
        var names = new UnitNames(records.stream()
                .map(AuditRecord::audited)
                .flatMap(audited ->
                        Stream.of(audited.before().get(UNIT), audited.after().get(UNIT)))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet()));
        keepers.fire(names);
        return names;
    }

    private static @Nullable Long person(Audited audited) {
        return audited.subject() == AuditSubject.PERSON ? audited.subjectId() : null;
    }

    private static Row row(AuditRecord line, Map<Long, String> names, UnitNames units) {
        var audited = line.audited();
        var by = line.personId();
        return new Row(
                line.at().toString(),
                moment(line.at()),
                by == null ? Texts.get("accounts.audit.itself") : names.getOrDefault(by, ""),
                line.sentence(),
                subject(audited, names),
                audited.reason(),
                changes(audited, units));
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(BRASILIA));
    }

    private static String subject(Audited audited, Map<Long, String> names) {
        var name = person(audited) == null ? audited.subjectName() : names.get(audited.subjectId());
        return name != null
                ? name
                : Texts.get(
                        "accounts.audit.number",
                        Texts.get(
                                "accounts.audit.one." + audited.subject().name().toLowerCase(Locale.ROOT)),
                        audited.subjectId());
    }

    private static List<Change> changes(Audited audited, UnitNames units) {
        var keys = new TreeSet<>(audited.before().keySet());
        keys.addAll(audited.after().keySet());
        return keys.stream()
                .map(key -> new Change(
                        field(audited, key),
                        value(audited, called(key, audited.before().get(key), units)),
                        value(audited, called(key, audited.after().get(key), units))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static @Nullable Object called(String key, @Nullable Object value, UnitNames units) {
        return value == null || !key.equals(UNIT) ? value : units.of(value.toString());
    }

    private static String field(Audited audited, String key) {
        return written(audited, ".audit.field." + key, key);
    }

    private static String value(Audited audited, @Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof Collection<?> many) {
            return many.isEmpty()
                    ? NOTHING
                    : many.stream().map(one -> value(audited, one)).collect(Collectors.joining(", "));
        }
        if (value instanceof Boolean yes) {
            return Texts.get(yes ? "accounts.audit.yes" : "accounts.audit.no");
        }
        var text = value.toString();
        if (ISO_DAY.matcher(text).matches()) {
            return DAY.format(LocalDate.parse(text));
        }
        return written(audited, ".audit.value." + text.toLowerCase(Locale.ROOT), text);
    }

    private static String written(Audited audited, String end, String otherwise) {
        var key = audited.act().replaceFirst("\\..*", "") + end;
        return Texts.has(key) ? Texts.get(key) : otherwise;
    }
}
