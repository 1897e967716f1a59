package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.accounts.Groups;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.shared.Texts;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Status;
import org.guiche.units.Units;

/** What the lines of a table of figures are called, and what a report is narrowed by. */
@Dependent
public class CutNames {

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    Companies companies;

    @Inject
    Groups groups;

    /** The names by key; keys without a name of which the person may know are left out. */
    public Map<String, String> of(Dimension dimension, Collection<String> keys, Person person) {
        return switch (dimension) {
            case UNIT -> collect(units.all(), BusinessUnit::id, BusinessUnit::name);
            case SECTOR -> collect(sectors.all(), Sector::id, Sector::name);
            case CLASSIFICATION -> classifications();
            case AGENT -> written(people.names(numbers(keys)));
            case COMPANY -> companies(keys, person);
            case PARTNER -> written(groups.partners(numbers(keys)));
            case PRIORITY, CHANNEL -> words(dimension, keys);
            case TAG -> keys.stream().collect(Collectors.toMap(key -> key, key -> key));
        };
    }

    /** What each dimension is called. */
    public static String label(Dimension dimension) {
        return Texts.get("reporting.by." + dimension.name().toLowerCase(Locale.ROOT));
    }

    /** What that cut is narrowed by besides its time: how it is called and which one; one without a name that the person may know as it was asked. */
    Map<String, String> narrowing(Cut cut, Person person) {
        var names = new LinkedHashMap<String, String>();
        var asked = cut.asked();
        for (var dimension : Dimension.values()) {
            var value = asked.get(dimension == Dimension.TAG ? Cut.TAGS : dimension.column());
            if (value != null) {
                var key = value.toString();
                names.put(label(dimension), of(dimension, List.of(key), person).getOrDefault(key, key));
            }
        }
        return names;
    }

    private Map<String, String> companies(Collection<String> keys, Person person) {
        if (person.isStaff()) {
            return written(companies.names(numbers(keys)));
        }
        return collect(companies.openableBy(person), Company::id, Company::name); // no name from behind a wall
    }

    private Map<String, String> classifications() {
        var names = new HashMap<String, String>();
        for (var unit : units.all()) {
            List.of(unit.classifications(), unit.retired().classifications())
                    .forEach(all -> all.forEach(one -> names.put(String.valueOf(one.id()), name(one, unit))));
        }
        return names;
    }

    private static String name(Classification one, BusinessUnit unit) {
        return Texts.get("reporting.of-unit", one.name(), unit.name());
    }

    /** The statuses of all units with the unit's name, by their id. */
    public Map<Long, String> statuses() {
        var names = new HashMap<Long, String>();
        units.all()
                .forEach(unit -> statuses(unit)
                        .forEach(status ->
                                names.put(status.id(), Texts.get("reporting.of-unit", status.name(), unit.name()))));
        return names;
    }

    /** The same of the reasons to wait. */
    public Map<Long, String> reasons() {
        var names = new HashMap<Long, String>();
        units.all()
                .forEach(unit -> statuses(unit)
                        .flatMap(status -> status.reasons().stream())
                        .forEach(reason ->
                                names.put(reason.id(), Texts.get("reporting.of-unit", reason.name(), unit.name()))));
        return names;
    }

    private static Stream<Status> statuses(BusinessUnit unit) {
        return Stream.concat(unit.statuses().stream(), unit.retired().statuses().stream());
    }

    private static Map<String, String> words(Dimension dimension, Collection<String> keys) {
        var names = new HashMap<String, String>();
        var prefix = dimension == Dimension.PRIORITY ? "shared.priority." : "tickets.desk.channel.";
        keys.forEach(key -> names.put(key, Texts.get(prefix + key.toLowerCase(Locale.ROOT))));
        return names;
    }

    private static <T> Map<String, String> collect(Collection<T> all, ToLongFunction<T> id, Function<T, String> name) {
        var names = new HashMap<String, String>();
        all.forEach(one -> names.put(String.valueOf(id.applyAsLong(one)), name.apply(one)));
        return names;
    }

    private static Map<String, String> written(Map<Long, String> names) {
        return collect(names.entrySet(), Map.Entry::getKey, Map.Entry::getValue);
    }

    private static List<Long> numbers(Collection<String> keys) {
        return keys.stream().map(Long::valueOf).toList();
    }
}
