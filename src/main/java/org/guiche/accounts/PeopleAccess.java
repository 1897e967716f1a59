package org.guiche.accounts;

import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;

/** Who may keep whom: administrators everybody, a company's manager the contact users of that company (S1-18). */
final class PeopleAccess {

    private PeopleAccess() {}

    static void requireAdministrator(Person actor) {
        if (!actor.isAdministrator()) {
            throw new AccessDenied("accounts.people.administrators-only");
        }
    }

    /** A group that the person does not manage does not exist to that person. */
    static void requireManager(Person actor, long groupId) {
        if (!manages(actor, groupId)) {
            throw new NotFound("accounts.group.not-found");
        }
    }

    static boolean manages(Person actor, long groupId) {
        return actor.membership(groupId)
                .filter(membership -> membership.kind() == GroupKind.COMPANY && membership.wholeGroup())
                .isPresent();
    }

    /** Whether a manager keeps that person alone: another person without a role and without other ties, who manages nothing. */
    static boolean keeps(Person actor, PersonEntry entry) {
        return entry.id() != actor.id()
                && entry.roles().isEmpty()
                && !entry.memberships().isEmpty()
                && entry.memberships().stream().allMatch(tie -> manages(actor, tie.groupId()) && !tie.wholeGroup());
    }
}
