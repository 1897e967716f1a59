package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiche.accounts.PersonChange.Told;
import org.jspecify.annotations.Nullable;

/** What the audit trail keeps of a change of a person: roles, companies and states; of names and numbers only that they changed. */
@Dependent
class PeopleRecords {

    @Inject
    AuditTrail trail;

    @Inject
    Groups groups;

    void invited(Person actor, Account account, @Nullable Long group) {
        var after = new HashMap<String, Object>(Map.of("roles", words(account.roles())));
        if (group != null) {
            after.put("company", groups.name(group));
        }
        trail.record(actor, of(account.id(), "accounts.audit.invited").to(after));
    }

    void invitedAgain(Person actor, long id) {
        trail.record(actor, of(id, "accounts.audit.invited-again"));
    }

    void readdressed(Person actor, long id) {
        trail.record(actor, of(id, "accounts.audit.told").to(Map.of("changed", List.of("email"))));
    }

    void told(Person actor, long id, Told before, Told after) {
        var changed = new ArrayList<String>();
        note(changed, "name", before.naming().name(), after.naming().name());
        note(changed, "socialName", before.naming().socialName(), after.naming().socialName());
        note(changed, "phone", before.phone(), after.phone());
        note(changed, "cpf", before.cpf(), after.cpf());
        trail.record(actor, of(id, "accounts.audit.told").to(Map.of("changed", List.copyOf(changed))));
    }

    private static void note(
            Collection<String> changed, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    void granted(Person actor, long id, Collection<Role> before, Collection<Role> after) {
        trail.record(
                actor,
                of(id, "accounts.audit.roles")
                        .from(Map.of("roles", words(before)))
                        .to(Map.of("roles", words(after))));
    }

    void activated(Person actor, long id, boolean active) {
        trail.record(
                actor,
                of(id, active ? "accounts.audit.enabled" : "accounts.audit.disabled")
                        .from(Map.of("active", !active))
                        .to(Map.of("active", active)));
    }

    void joined(Person actor, long id, Optional<Membership> before, Membership after) {
        trail.record(
                actor,
                of(id, "accounts.audit.joined")
                        .from(before.map(PeopleRecords::words).orElse(Map.of()))
                        .to(words(after)));
    }

    void left(Person actor, long id, Membership membership) {
        trail.record(actor, of(id, "accounts.audit.left").from(words(membership)));
    }

    private static Map<String, Object> words(Membership membership) {
        return Map.of("company", membership.groupName(), "manager", membership.wholeGroup());
    }

    List<AuditRecord> of(long id) {
        return trail.of(AuditSubject.PERSON, id);
    }

    private static Audited of(long id, String act) {
        return Audited.of(AuditSubject.PERSON, id, act);
    }

    private static List<String> words(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }
}
