package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Delegates;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Supervisors;
import org.guiche.units.TeamMember;
import org.jspecify.annotations.Nullable;

/** The units that are delegated to somebody, and where the person works, for the person's page: {@code /WEB-INF/units/person-units.xhtml}. */
@Named
@RequestScoped
public class PersonUnits {

    @Inject
    EditedUnit edited;

    @Inject
    Delegates delegates;

    @Inject
    Sectors sectors;

    @Inject
    Supervisors supervisors;

    private @Nullable List<BusinessUnit> units;

    /** Those of the person whom the page is about. */
    public List<BusinessUnit> of(long personId) {
        var known = units;
        if (known == null) {
            known = delegates.units(edited.administrator(), personId);
            units = known;
        }
        return known;
    }

    /**
     * A sector that somebody works in.
     *
     * @param role what the person is there, in words; empty where that is what the person is anyway
     */
    public record Work(String key, String name, String role) {}

    /** The sectors that the person is a member of. */
    public List<Work> sectors(long personId) {
        return sectors.administeredBy(edited.administrator()).stream()
                .flatMap(sector -> sectors.team(sector.id()).stream()
                        .filter(member -> member.personId() == personId)
                        .map(member -> work(sector, member)))
                .toList();
    }

    private static Work work(Sector sector, TeamMember member) {
        var role = member.role();
        return new Work(sector.key(), sector.name(), role == null ? "" : RoleWords.of(role));
    }

    /** The units of which the person supervises every sector. */
    public List<BusinessUnit> supervised(long personId) {
        return supervisors.units(edited.administrator(), personId);
    }
}
