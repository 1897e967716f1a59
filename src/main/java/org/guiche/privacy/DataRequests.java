package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.AccessKind;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.Erasure;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonalData;
import org.guiche.accounts.PersonalRecords;
import org.guiche.privacy.RequestTable.NewRequest;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;

/**
 * What people ask for about their own data (LGPD, art. 18 and 19), and what others of the staff ask for them: written down with the day
 * by which the law wants an answer. Copies are made by themselves; corrections and erasures are decided.
 */
@Stateless
public class DataRequests {

    /** For a complete statement (LGPD, art. 19, II); the same is promised for the other requests. */
    static final int DUE_DAYS = 15;

    private static final int LONGEST = 2000;

    @Inject
    Clock clock;

    @Inject
    RequestTable table;

    @EJB
    Erasure erasure;

    @EJB
    PersonalRecords records;

    @EJB
    AccessLog access;

    @EJB
    Decisions decisions;

    /** The person wants a copy of all that there is; asked once more before it is there, it is the same request. */
    public DataRequest askCopy(Person person) {
        return add(person.id(), RequestKind.COPY, RequestState.APPROVED, "", person);
    }

    /** The person wants something put right: what, in the own words. Refuses none, and endless ones. */
    public DataRequest askCorrection(Person person, String what) {
        return add(person.id(), RequestKind.CORRECTION, RequestState.OPEN, words(what, "what"), person);
    }

    /** The person wants to be erased, and may say why. */
    public DataRequest askErasure(Person person, String why) {
        var note = why.strip();
        return add(
                person.id(), RequestKind.ERASURE, RequestState.OPEN, note.isEmpty() ? "" : words(note, "why"), person);
    }

    private static String words(String typed, String field) {
        var words = typed.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw RuleViolation.of(field, "privacy.words", LONGEST);
        }
        return words;
    }

    /** A copy for whoever cannot ask alone: for those who answer for data, and for the person. Nobody else learns whom there is. */
    public DataRequest copyFor(long personId, Person by) {
        if (by.id() != personId) {
            requireDecider(by);
            require(personId);
            access.read(by, personId, AccessKind.COPY);
        }
        return add(personId, RequestKind.COPY, RequestState.APPROVED, "", by);
    }

    /** Erases somebody, for that reason, as soon as it may be. Refuses who has been. */
    public DataRequest eraseFor(long personId, String reason, Person by) {
        requireDecider(by);
        require(personId);
        if (erasure.isErased(personId)) {
            throw new RuleViolation("privacy.erased");
        }
        if (personId == by.id()) {
            throw new RuleViolation("privacy.erase.self");
        }
        var asked = add(personId, RequestKind.ERASURE, RequestState.OPEN, "", by);
        return decisions.approve(asked.id(), reason, by);
    }

    private DataRequest add(long personId, RequestKind kind, RequestState state, String note, Person by) {
        return table.add(new NewRequest(
                personId,
                kind,
                state,
                note,
                clock.instant(),
                by.id(),
                Days.today(clock).plusDays(DUE_DAYS)));
    }

    /** What would go, stay and has to be waited for. For those who decide. */
    public ErasurePlan plan(long personId, Person by) {
        requireDecider(by);
        require(personId);
        access.read(by, personId, AccessKind.ERASURE);
        return erasure.plan(personId);
    }

    /** Whoever is not of the staff does not learn that there is such a person. */
    private static void requireDecider(Person by) {
        if (!by.isStaff()) {
            throw new NotFound("accounts.person.not-found");
        }
        PrivacyAccess.requireDecider(by);
    }

    private void require(long personId) {
        records.of(personId);
    }

    /** Whose data it is, for those who decide; that they looked is written down. */
    public PersonalData subject(long personId, Person by) {
        requireDecider(by);
        access.read(by, personId, AccessKind.PERSON);
        return records.of(personId);
    }

    /** The number of whoever has that address or CPF. Refuses where nobody has. */
    public long find(String typed, Person by) {
        return known(typed, by).orElseThrow(() -> RuleViolation.of("who", "privacy.person.nobody"));
    }

    /** The same, or nothing. */
    public Optional<Long> known(String typed, Person by) {
        requireDecider(by);
        return Optional.ofNullable(records.with(typed));
    }

    /** What was asked about that person's data, newest first, for those who decide. */
    public List<DataRequest> of(long personId, Person by) {
        requireDecider(by);
        return table.of(personId);
    }

    /** The person's own, newest first. */
    public List<DataRequest> own(Person person) {
        return table.of(person.id());
    }

    /** All that is unfinished, by when it is due; or what is finished. For those who decide. */
    public List<DataRequest> all(boolean finished, Person by) {
        PrivacyAccess.requireDecider(by);
        var found = table.all(finished);
        access.readAll(by, found.stream().map(DataRequest::personId).toList(), AccessKind.LIST);
        return found;
    }

    /** One of them, for those who decide. */
    public DataRequest get(long id, Person by) {
        PrivacyAccess.requireDecider(by);
        var found = table.find(id).orElseThrow(() -> new NotFound("privacy.request.not-found"));
        access.read(by, found.personId(), AccessKind.PERSON);
        return found;
    }

    /** A copy that is ready: for the person, and for whoever asked for it and still may. To everybody else there is none. */
    public DataRequest copy(long id, Person by) {
        var found = table.find(id)
                .filter(one -> one.copy() != null && isFor(one, by))
                .orElseThrow(() -> new NotFound("privacy.request.not-found"));
        access.read(by, found.personId(), AccessKind.COPY);
        return found;
    }

    private static boolean isFor(DataRequest request, Person by) {
        return request.personId() == by.id() || (request.askedBy() == by.id() && PrivacyAccess.mayDecide(by));
    }
}
