package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.guiche.accounts.Person;
import org.guiche.partners.Opening;
import org.jspecify.annotations.Nullable;

/** Where a ticket comes from: whose it is, who opened it, when and by which way. It never changes, but that one learns who asked. */
@Embeddable
class Origin {

    @Column(name = "group_id")
    private long groupId;

    @Column(name = "company_id")
    @Nullable
    private Long companyId;

    @Column(name = "project_id")
    @Nullable
    private Long projectId;

    @Column(name = "requester_id")
    private long requesterId;

    @Column(name = "opened_by_id")
    private long openedById;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "identity_verified")
    private boolean identityVerified;

    @Column(name = "submission_key")
    @Nullable
    private String submissionKey;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Origin() {}

    /** Of what the opener asks for, or writes down for the requester. */
    static Origin of(OpenTicket request, Opening opening, Person requester, Person opener) {
        var origin = new Origin();
        var company = opening.company();
        var project = opening.project();
        var submission = request.submissionKey();
        origin.groupId = opening.groupId();
        origin.companyId = company == null ? null : company.id();
        origin.projectId = project == null ? null : project.id();
        origin.requesterId = requester.id();
        origin.openedById = opener.id();
        origin.channel = request.channel();
        origin.identityVerified = requester.id() == opener.id() && !isForAnother(request.contact(), opener);
        origin.submissionKey = submission == null ? null : submission.toString();
        return origin;
    }

    /** Whether one of the staff writes it down for somebody else, whoever that is. */
    private static boolean isForAnother(@Nullable Contact contact, Person opener) {
        return opener.isStaff() && contact != null && !opener.email().equals(contact.email());
    }

    /** Of the same requester and group, for what goes on by that way. */
    Origin continued(Person by, Channel way, Instant now) {
        var next = new Origin();
        next.groupId = groupId;
        next.companyId = companyId;
        next.projectId = projectId;
        next.requesterId = requesterId;
        next.openedById = by.id();
        next.channel = way;
        next.identityVerified = identityVerified || (by.id() == requesterId && !by.isStaff());
        next.createdAt = now;
        return next;
    }

    /** It is known that the requester asked. */
    void confirmIdentity() {
        identityVerified = true;
    }

    Origin at(Instant now) {
        createdAt = now;
        return this;
    }

    long groupId() {
        return groupId;
    }

    @Nullable
    Long companyId() {
        return companyId;
    }

    @Nullable
    Long projectId() {
        return projectId;
    }

    long requesterId() {
        return requesterId;
    }

    long openedById() {
        return openedById;
    }

    Channel channel() {
        return channel;
    }

    boolean isIdentityVerified() {
        return identityVerified;
    }

    Instant createdAt() {
        return createdAt;
    }
}
