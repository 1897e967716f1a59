package org.guiche.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.shared.NotFound;

/** The teams and who works in them; read from memory, which follows the tables within a second. */
@ApplicationScoped
public class Sectors {

    @Inject
    Picture picture;

    /** Every sector, in order. */
    public List<Sector> all() {
        return picture.current().sectors();
    }

    /** The sectors that the person works in or supervises; for supervisors of the installation all, for customers none. */
    public List<Sector> of(Person person) {
        return all().stream().filter(sector -> isMember(person, sector.id())).toList();
    }

    /**
     * The sectors that the person shapes: administrators all, others those that units lead to of which every one is delegated to them.
     * Where a sector serves another unit too, or none, it is the installation's.
     */
    public List<Sector> administeredBy(Person person) {
        return all().stream().filter(sector -> isShapedBy(person, sector.key())).toList();
    }

    /** Whether the sector of that key is the person's to shape. */
    boolean isShapedBy(Person person, String sector) {
        if (person.isAdministrator()) { // also while the installation sets itself up, before there is a picture
            return true;
        }
        var served = picture.current().serving(sector);
        return !served.isEmpty() && served.stream().allMatch(unit -> person.administers(unit.key()));
    }

    /**
     * Refuses whoever does not shape the sector of that key.
     *
     * @throws org.guiche.shared.AccessDenied for whoever shapes no unit
     * @throws NotFound for whoever shapes others, as for a sector that there is not
     */
    public void require(Person actor, String sector) {
        UnitAccess.requireSome(actor);
        if (!isShapedBy(actor, sector)) {
            throw new NotFound("units.sector.not-found");
        }
    }

    /** Whether the person works in that sector: as a member, or as its supervisor. */
    public boolean isMember(Person person, long sectorId) {
        return supervises(person, sectorId)
                || (person.isStaff() && members(sectorId).contains(person.id()));
    }

    /**
     * Whether the person supervises that sector: as a supervisor of the whole installation, of this sector, or of a unit that leads to
     * it (ADR 36). Never for whoever does not work here or only reads.
     */
    public boolean supervises(Person person, long sectorId) {
        return person.isSupervisor()
                || (person.isStaff()
                        && !person.isReadOnly()
                        && supervisors(sectorId).contains(person.id()));
    }

    /** The sectors that the person supervises, in order: all, some, or none. What reports and teams somebody sees follows from these. */
    public List<Sector> supervisedBy(Person person) {
        return all().stream().filter(sector -> supervises(person, sector.id())).toList();
    }

    /**
     * What the person is in that sector, N1, N2 or supervisor: what the sector says, else what the person is anyway. Nothing for whoever
     * does not work there.
     */
    public Optional<Role> role(Person person, long sectorId) {
        if (supervises(person, sectorId)) {
            return Optional.of(Role.SUPERVISOR);
        }
        var own = person.roles().stream().filter(role -> role.compareTo(Role.SUPERVISOR) < 0);
        return !isMember(person, sectorId)
                ? Optional.empty()
                : team(sectorId).stream()
                        .filter(member -> member.personId() == person.id())
                        .flatMap(member -> Stream.ofNullable(member.role()))
                        .findFirst()
                        .or(() -> own.max(Comparator.naturalOrder()));
    }

    /** The ids of those who supervise that sector without supervising all: for whoever tells them something. */
    public Set<Long> supervisors(long sectorId) {
        return picture.current().supervision().of(sectorId);
    }

    /** The sector of that key; refuses any other. */
    public Sector get(String key) {
        return all().stream()
                .filter(sector -> sector.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("units.sector.not-found"));
    }

    /** The sector of that id. */
    public Sector get(long id) {
        return all().stream().filter(sector -> sector.id() == id).findFirst().orElseThrow();
    }

    /** The ids of those who are members of that sector. */
    public List<Long> members(long sectorId) {
        return team(sectorId).stream().map(TeamMember::personId).toList();
    }

    /** The same with what they are there. */
    public List<TeamMember> team(long sectorId) {
        return picture.current().membersOf(sectorId);
    }
}
